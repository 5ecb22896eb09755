<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Filter</name>
    <message numerus="yes">
        <source>%Ln further request(s) cannot tell whether the condition holds: their level, stage or export left out %1.</source>
        <translation>
            <numerusform>%Ln further request cannot tell whether the condition holds: its level, stage or export left out %1.</numerusform>
            <numerusform>%Ln further requests cannot tell whether the condition holds: their level, stage or export left out %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further event(s) cannot tell whether the condition holds: their level, stage or export left out %1.</source>
        <translation>
            <numerusform>%Ln further event cannot tell whether the condition holds: its level, stage or export left out %1.</numerusform>
            <numerusform>%Ln further events cannot tell whether the condition holds: their level, stage or export left out %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message numerus="yes">
        <source>%Ln event(s) imported</source>
        <translation>
            <numerusform>%Ln event imported</numerusform>
            <numerusform>%Ln events imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further copies of an event</source>
        <translation>
            <numerusform>%Ln further copy of an event</numerusform>
            <numerusform>%Ln further copies of an event</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) cut off</source>
        <translation>
            <numerusform>%Ln event cut off</numerusform>
            <numerusform>%Ln events cut off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) rejected</source>
        <translation>
            <numerusform>%Ln line rejected</numerusform>
            <numerusform>%Ln lines rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) skipped</source>
        <translation>
            <numerusform>%Ln file skipped</numerusform>
            <numerusform>%Ln files skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) imported before</source>
        <translation>
            <numerusform>%Ln file imported before</numerusform>
            <numerusform>%Ln files imported before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonPage</name>
    <message numerus="yes">
        <source>[%Ln more characters]</source>
        <translation>
            <numerusform>[%Ln more character]</numerusform>
            <numerusform>[%Ln more characters]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::CaseController</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::EmptyNote</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time range is covered: %Ln event(s) of the case are in it.</source>
        <translation>
            <numerusform>The time range is covered: %Ln event of the case is in it.</numerusform>
            <numerusform>The time range is covered: %Ln events of the case are in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing at all is recorded in the time range, though %n source(s) reach(es) over it: the cluster was silent, or this part of the log is missing.</source>
        <translation>
            <numerusform>Nothing at all is recorded in the time range, though %n source reaches over it: the cluster was silent, or this part of the log is missing.</numerusform>
            <numerusform>Nothing at all is recorded in the time range, though %n sources reach over it: the cluster was silent, or this part of the log is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::EventHeader</name>
    <message numerus="yes">
        <source>%n credentials are masked.</source>
        <translation>
            <numerusform>%n credential is masked.</numerusform>
            <numerusform>%n credentials are masked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credentials are shown.</source>
        <translation>
            <numerusform>%n credential is shown.</numerusform>
            <numerusform>%n credentials are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::EventPlaceView</name>
    <message numerus="yes">
        <source>%1, byte %2, %Ln bytes long</source>
        <translation>
            <numerusform>%1, byte %2, %Ln byte long</numerusform>
            <numerusform>%1, byte %2, %Ln bytes long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also seen in %Ln other places</source>
        <translation>
            <numerusform>Also seen in %Ln other place</numerusform>
            <numerusform>Also seen in %Ln other places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::EvidenceContent</name>
    <message numerus="yes">
        <source>What each of %Ln source(s) can and cannot prove stands on its own page.</source>
        <translation>
            <numerusform>What the source can and cannot prove stands on its own page.</numerusform>
            <numerusform>What each of %Ln sources can and cannot prove stands on its own page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::FacetTreeModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further value(s): search for them</source>
        <translation>
            <numerusform>%Ln further value: search for it</numerusform>
            <numerusform>%Ln further values: search for them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::FilterLine</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::FindingView</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::ImportMessages</name>
    <message numerus="yes">
        <source>The import was cancelled. %Ln event(s) are in the case.</source>
        <translation>
            <numerusform>The import was cancelled. %Ln event is in the case.</numerusform>
            <numerusform>The import was cancelled. %Ln events are in the case.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::ImportSummary</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::JsonPane</name>
    <message numerus="yes">
        <source>%n long values are shown shortened; copying takes them whole.</source>
        <translation>
            <numerusform>%n long value is shown shortened; copying takes it whole.</numerusform>
            <numerusform>%n long values are shown shortened; copying takes them whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::JsonView</name>
    <message numerus="yes">
        <source> … %n lines </source>
        <translation>
            <numerusform> … %n line </numerusform>
            <numerusform> … %n lines </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::NoiseSwitch</name>
    <message numerus="yes">
        <source>%Ln request(s) hidden</source>
        <translation>
            <numerusform>%Ln request hidden</numerusform>
            <numerusform>%Ln requests hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) hidden</source>
        <translation>
            <numerusform>%Ln event hidden</numerusform>
            <numerusform>%Ln events hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would hide %Ln request(s)</source>
        <translation>
            <numerusform>would hide %Ln request</numerusform>
            <numerusform>would hide %Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would hide %Ln event(s)</source>
        <translation>
            <numerusform>would hide %Ln event</numerusform>
            <numerusform>would hide %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::RecentButton</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::SqlPage</name>
    <message numerus="yes">
        <source>The first %Ln row(s) in %1. There are more: add LIMIT or GROUP BY.</source>
        <translation>
            <numerusform>The first row in %1. There are more: add LIMIT or GROUP BY.</numerusform>
            <numerusform>The first %Ln rows in %1. There are more: add LIMIT or GROUP BY.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in %1.</source>
        <translation>
            <numerusform>%Ln row in %1.</numerusform>
            <numerusform>%Ln rows in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::StatusLine</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln request(s)</source>
        <translation>
            <numerusform>%L1 of %Ln request</numerusform>
            <numerusform>%L1 of %Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln event(s)</source>
        <translation>
            <numerusform>%L1 of %Ln event</numerusform>
            <numerusform>%L1 of %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) selected</source>
        <translation>
            <numerusform>%Ln row selected</numerusform>
            <numerusform>%Ln rows selected</numerusform>
        </translation>
    </message>
</context>
</TS>
