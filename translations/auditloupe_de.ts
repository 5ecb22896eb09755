<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>BlindSpots</name>
    <message>
        <source>Sources that were not read to their end: %1. What stands behind that is missing.</source>
        <translation>Nicht bis zum Ende gelesene Quellen: %1. Was danach steht, fehlt.</translation>
    </message>
    <message>
        <source>Lines that could not be read as events: %1. They are kept and can be looked at.</source>
        <translation>Zeilen, die nicht als Ereignis lesbar waren: %1. Sie sind aufbewahrt und können angesehen werden.</translation>
    </message>
    <message>
        <source>Events that were cut off: %1. What stood behind the cut is unknown.</source>
        <translation>Abgeschnittene Ereignisse: %1. Was hinter dem Schnitt stand, ist unbekannt.</translation>
    </message>
    <message>
        <source>Events too large for the API server&apos;s limit: %1. It dropped their bodies.</source>
        <translation>Ereignisse über der Größengrenze des API-Servers: %1. Er hat ihre Bodys verworfen.</translation>
    </message>
    <message>
        <source>No write has a request body: that something was changed is known, not what.</source>
        <translation>Kein Schreibzugriff hat einen Anfrage-Body: Bekannt ist, dass etwas geändert wurde, nicht was.</translation>
    </message>
    <message>
        <source>No event has a response body: what a reader got to see is not recorded.</source>
        <translation>Kein Ereignis hat einen Antwort-Body: Was beim Lesen zu sehen war, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>No reads are recorded: who looked at what cannot be seen.</source>
        <translation>Es sind keine Lesezugriffe aufgezeichnet: Wer was angesehen hat, ist nicht erkennbar.</translation>
    </message>
    <message>
        <source>Connections into pods and nodes (exec, attach, port-forward, proxy): %1. What went through them is in no audit log; of an exec, only the first command is.</source>
        <translation>Verbindungen in Pods und Nodes (exec, attach, port-forward, proxy): %1. Was darüber lief, steht in keinem Audit-Log; von einem exec nur der erste Befehl.</translation>
    </message>
    <message>
        <source>No request about Secrets is recorded: nobody asked, or the policy leaves them out.</source>
        <translation>Es ist keine Anfrage zu Secrets aufgezeichnet: Niemand hat gefragt, oder die Policy lässt sie aus.</translation>
    </message>
    <message>
        <source>Secrets are recorded at Metadata: who asked for which is known, not what they held. A list names none of them.</source>
        <translation>Secrets sind mit Level Metadata aufgezeichnet: Bekannt ist, wer welche abgefragt hat, nicht was sie enthielten. Ein list nennt keines davon.</translation>
    </message>
    <message>
        <source>Only the stage ResponseComplete is recorded: a request that was still open at the end, or never ended, left no trace.</source>
        <translation>Nur die Stage ResponseComplete ist aufgezeichnet: Eine Anfrage, die am Ende noch offen war oder nie endete, hat keine Spur hinterlassen.</translation>
    </message>
    <message>
        <source>The stage RequestReceived is left out: a request that got no answer left no trace.</source>
        <translation>Die Stage RequestReceived ist ausgelassen: Eine Anfrage ohne Antwort hat keine Spur hinterlassen.</translation>
    </message>
    <message>
        <source>Requests without an answer in this log: %1. How they ended is unknown.</source>
        <translation>Anfragen ohne Antwort in diesem Log: %1. Wie sie endeten, ist unbekannt.</translation>
    </message>
    <message>
        <source>Events with more than one source address: %1. All but the last address are the client&apos;s word.</source>
        <translation>Ereignisse mit mehr als einer Quelladresse: %1. Alle Adressen außer der letzten sind nur Angaben des Clients.</translation>
    </message>
    <message>
        <source>No event names a source address.</source>
        <translation>Kein Ereignis nennt eine Quelladresse.</translation>
    </message>
    <message>
        <source>No event names a user agent.</source>
        <translation>Kein Ereignis nennt einen User-Agent.</translation>
    </message>
    <message>
        <source>No event tells why it was allowed: the role and binding behind a permission are unknown.</source>
        <translation>Kein Ereignis sagt, warum es erlaubt war: Role und Binding hinter einer Berechtigung sind unbekannt.</translation>
    </message>
    <message>
        <source>Events from an export that does not hold the event itself: %1. Some of their fields are derived.</source>
        <translation>Ereignisse aus einem Export, der das Ereignis selbst nicht enthält: %1. Manche ihrer Felder sind abgeleitet.</translation>
    </message>
    <message>
        <source>Events without a time: %1.</source>
        <translation>Ereignisse ohne Zeit: %1.</translation>
    </message>
    <message>
        <source>Nothing is recorded between %1 and %2 (%3): the cluster was silent, or this part of the log is missing.</source>
        <translation>Zwischen %1 und %2 (%3) ist nichts aufgezeichnet: Der Cluster war still, oder dieser Teil des Logs fehlt.</translation>
    </message>
    <message>
        <source>%1 of %2 creates, updates and patches have no request body: what they changed cannot be seen.</source>
        <translation>%1 von %2 create-, update- und patch-Anfragen haben keinen Anfrage-Body: Was sie geändert haben, ist nicht erkennbar.</translation>
    </message>
    <message>
        <source>Secrets are recorded at %1 up to %2, and at %3 from %4 on: the policy changed in between.</source>
        <translation>Secrets sind bis %2 mit Level %1 aufgezeichnet, ab %4 mit %3: Dazwischen hat sich die Policy geändert.</translation>
    </message>
</context>
<context>
    <name>CaseLibrary</name>
    <message>
        <source>The case cannot be written: %1.</source>
        <translation>Der Fall kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>The folder for cases cannot be made.</source>
        <translation>Der Ordner für Fälle kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The case needs about %1, but the disk has only %2 left. Free some space, or choose another place.</source>
        <translation>Der Fall braucht etwa %1, aber auf dem Datenträger sind nur noch %2 frei. Platz schaffen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Only cases in the program&apos;s own folder are removed.</source>
        <translation>Nur Fälle im Ordner des Programms werden gelöscht.</translation>
    </message>
    <message>
        <source>The case cannot be removed.</source>
        <translation>Der Fall kann nicht gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Auditloupe opens Kubernetes audit logs.
Usage:
</source>
        <translation>Auditloupe öffnet Kubernetes-Audit-Logs.
Aufruf:
</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>There is no display, so a summary is printed instead of a window.</source>
        <translation>Kein Display vorhanden, daher wird statt eines Fensters eine Zusammenfassung ausgegeben.</translation>
    </message>
    <message>
        <source>“%1” is no option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>“%1” is neither a command nor a file.</source>
        <translation>„%1“ ist weder ein Befehl noch eine Datei.</translation>
    </message>
    <message>
        <source>“auditloupe --help” shows what can be asked for.</source>
        <translation>„auditloupe --help“ zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>The source to print, bit for bit (decompressed): its number or its path. May be repeated.</source>
        <translation>Quelle, die Bit für Bit (dekomprimiert) ausgegeben wird: ihre Nummer oder ihr Pfad. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>“%1” is no source of the case. It has %2.</source>
        <translation>„%1“ ist keine Quelle des Falls. Er enthält: %2.</translation>
    </message>
    <message>
        <source>“export” needs --source ID|PATH and one case.</source>
        <translation>„export“ benötigt --source ID|PATH und einen Fall.</translation>
    </message>
    <message>
        <source>Prints a source of a case as it was found.</source>
        <translation>Gibt eine Quelle eines Falls so aus, wie sie vorgefunden wurde.</translation>
    </message>
    <message>
        <source>The case to import into; made where there is none.</source>
        <translation>Fall, in den importiert wird; wird angelegt, falls es ihn nicht gibt.</translation>
    </message>
    <message>
        <source>Format of the logs; otherwise told from their content. See “auditloupe formats”.</source>
        <translation>Format der Logs; sonst am Inhalt erkannt. Siehe „auditloupe formats“.</translation>
    </message>
    <message>
        <source>Print what was imported as one JSON object.</source>
        <translation>Ergebnis des Imports als ein JSON-Objekt ausgeben.</translation>
    </message>
    <message>
        <source>“import” needs one --case CASE to import into.</source>
        <translation>„import“ benötigt ein --case CASE als Ziel.</translation>
    </message>
    <message>
        <source>“%1” is no format of “auditloupe formats”.</source>
        <translation>„%1“ ist kein Format aus „auditloupe formats“.</translation>
    </message>
    <message>
        <source>“finish” needs one case.</source>
        <translation>„finish“ benötigt einen Fall.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Imports logs into a case.</source>
        <translation>Importiert Logs in einen Fall.</translation>
    </message>
    <message>
        <source>Completes a case whose import was stopped.</source>
        <translation>Vervollständigt einen Fall, dessen Import abgebrochen wurde.</translation>
    </message>
    <message>
        <source>case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>salvaged</source>
        <translation>gerettet</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erstes</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letztes</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>No audit event was found.</source>
        <translation>Es wurde kein Audit-Ereignis gefunden.</translation>
    </message>
    <message>
        <source>How to print: table, csv or jsonl.</source>
        <translation>Ausgabeformat: table, csv oder jsonl.</translation>
    </message>
    <message>
        <source>Lists the fields that a condition can name.</source>
        <translation>Listet die Felder auf, die eine Bedingung nennen kann.</translation>
    </message>
    <message>
        <source>A case can only be asked alone: name one case, or logs.</source>
        <translation>Ein Fall lässt sich nur allein abfragen: entweder einen Fall oder Logs angeben.</translation>
    </message>
    <message>
        <source>%1: what should have been an event and was not: %2.</source>
        <translation>%1: was ein Ereignis hätte sein sollen und keines war: %2.</translation>
    </message>
    <message>
        <source>%1: events that are cut off or damaged: %2.</source>
        <translation>%1: abgeschnittene oder beschädigte Ereignisse: %2.</translation>
    </message>
    <message>
        <source>“query” needs a case, or logs to look into.</source>
        <translation>„query“ benötigt einen Fall oder Logs zum Durchsuchen.</translation>
    </message>
    <message>
        <source>Prints or counts the events of a case or of logs.</source>
        <translation>Gibt die Ereignisse eines Falls oder von Logs aus oder zählt sie.</translation>
    </message>
    <message>
        <source>“%1” is no field. “auditloupe fields” lists them.</source>
        <translation>„%1“ ist kein Feld. „auditloupe fields“ listet die Felder auf.</translation>
    </message>
    <message>
        <source>--%1: expected a time such as 2026-11-20T16:13:25Z, not “%2”.</source>
        <translation>--%1: Zeitpunkt wie 2026-11-20T16:13:25Z erwartet, nicht „%2“.</translation>
    </message>
    <message>
        <source>--requests and --duplicates cannot be asked for together.</source>
        <translation>--requests und --duplicates schließen sich gegenseitig aus.</translation>
    </message>
    <message>
        <source>Only one of --fields, --count and --count-by can be asked for.</source>
        <translation>Von --fields, --count und --count-by ist nur eine Option zugleich möglich.</translation>
    </message>
    <message>
        <source>--format %1 prints whole events: it goes with none of --fields, --count and --count-by.</source>
        <translation>--format %1 gibt ganze Ereignisse aus: nicht mit --fields, --count oder --count-by kombinierbar.</translation>
    </message>
    <message>
        <source>“%1” is no format. Formats are table, csv, jsonl, raw and entry.</source>
        <translation>„%1“ ist kein Format. Formate sind table, csv, jsonl, raw und entry.</translation>
    </message>
    <message>
        <source>--limit: expected a number of rows, not “%1”.</source>
        <translation>--limit: Anzahl von Zeilen erwartet, nicht „%1“.</translation>
    </message>
    <message>
        <source>Only from this time on, for example 2026-11-20T16:13:25Z.</source>
        <translation>Nur ab diesem Zeitpunkt, zum Beispiel 2026-11-20T16:13:25Z.</translation>
    </message>
    <message>
        <source>Only before this time.</source>
        <translation>Nur vor diesem Zeitpunkt.</translation>
    </message>
    <message>
        <source>What to print of each event. See “auditloupe fields”; paths into the bodies work too.</source>
        <translation>Was von jedem Ereignis ausgegeben wird. Siehe „auditloupe fields“; auch Pfade in die Bodys sind möglich.</translation>
    </message>
    <message>
        <source>Print only how many there are.</source>
        <translation>Nur die Anzahl ausgeben.</translation>
    </message>
    <message>
        <source>Print how many there are of each value, most first.</source>
        <translation>Anzahl je Wert ausgeben, häufigste zuerst.</translation>
    </message>
    <message>
        <source>Print at most this many rows.</source>
        <translation>Höchstens so viele Zeilen ausgeben.</translation>
    </message>
    <message>
        <source>How to print: table, csv, jsonl; raw for the events&apos; own bytes, credentials and all; entry for the exported entries.</source>
        <translation>Ausgabeformat: table, csv, jsonl; raw für die Originalbytes der Ereignisse samt Zugangsdaten; entry für die exportierten Einträge.</translation>
    </message>
    <message>
        <source>One row a request instead of one a stage.</source>
        <translation>Eine Zeile pro Anfrage statt einer pro Stage.</translation>
    </message>
    <message>
        <source>Every further copy of an event as a row, too.</source>
        <translation>Auch jede weitere Kopie eines Ereignisses als Zeile.</translation>
    </message>
    <message>
        <source>Show credentials.</source>
        <translation>Zugangsdaten anzeigen.</translation>
    </message>
    <message>
        <source>“%1” cannot be printed here. Formats are table, csv and jsonl.</source>
        <translation>„%1“ ist hier nicht möglich. Formate sind table, csv und jsonl.</translation>
    </message>
    <message>
        <source>Importing: %1 events. %2</source>
        <translation>Import: %1 Ereignisse. %2</translation>
    </message>
    <message>
        <source>Importing: %1 %, %2 events. %3</source>
        <translation>Import: %1 %, %2 Ereignisse. %3</translation>
    </message>
    <message>
        <source>Standard output cannot be written: %1</source>
        <translation>Standardausgabe kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>span</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>service accounts</source>
        <translation>Service-Accounts</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>Schreibzugriffe</translation>
    </message>
    <message>
        <source>denials</source>
        <translation>Ablehnungen</translation>
    </message>
    <message>
        <source>%1: %2 deleted %3/%4 from %5, code %6</source>
        <translation>%1: %2 hat %3/%4 von %5 aus gelöscht, Code %6</translation>
    </message>
    <message>
        <source>
Who deleted the ConfigMap in production?
</source>
        <translation>
Wer hat die ConfigMap in production gelöscht?
</translation>
    </message>
    <message>
        <source>The sample incident is not installed.</source>
        <translation>Der Beispielvorfall ist nicht installiert.</translation>
    </message>
    <message>
        <source>The sample incident
</source>
        <translation>Der Beispielvorfall
</translation>
    </message>
    <message>
        <source>“auditloupe COMMAND --help” tells more of a command. Logs given where a case is asked for are imported into a temporary case.
Exit status: 0 done, 1 the answer is no, 2 wrong usage, 3 the input cannot be read. Where one of several files cannot, the others are used, and it is 3 as well.
</source>
        <translation>„auditloupe COMMAND --help“ erklärt einen Befehl genauer. Logs anstelle eines Falls werden in einen temporären Fall importiert.
Exit-Status: 0 erledigt, 1 die Antwort ist nein, 2 falscher Aufruf, 3 Eingabe nicht lesbar. Ist eine von mehreren Dateien nicht lesbar, werden die übrigen verwendet; der Status ist auch dann 3.
</translation>
    </message>
    <message>
        <source>How to print: table (text for people) or json.</source>
        <translation>Ausgabeformat: table (Text für Menschen) oder json.</translation>
    </message>
    <message>
        <source>Read the sources&apos; files once more and say whether they changed since the import.</source>
        <translation>Die Dateien der Quellen erneut lesen und angeben, ob sie sich seit dem Import geändert haben.</translation>
    </message>
    <message>
        <source>“%1” cannot be printed here. Formats are table and json.</source>
        <translation>„%1“ ist hier nicht möglich. Formate sind table und json.</translation>
    </message>
    <message>
        <source>“evidence” needs a case, or logs to look into.</source>
        <translation>„evidence“ benötigt einen Fall oder Logs zum Untersuchen.</translation>
    </message>
    <message>
        <source>Says what each source can and cannot prove: what arrived, what is missing, what is unlike an untouched log.</source>
        <translation>Gibt an, was jede Quelle belegen kann und was nicht: was angekommen ist, was fehlt, was von einem unveränderten Log abweicht.</translation>
    </message>
    <message>
        <source>Downloading: %1, %2/s. %3</source>
        <translation>Download: %1, %2/s. %3</translation>
    </message>
    <message>
        <source>Downloading: %1 %, %2 of %3, %4/s. %5</source>
        <translation>Download: %1 %, %2 von %3, %4/s. %5</translation>
    </message>
    <message>
        <source>“--follow %1” allows that.</source>
        <translation>„--follow %1“ erlaubt das.</translation>
    </message>
    <message>
        <source>%1 bytes are kept in %2; the same command goes on.</source>
        <translation>%1 Bytes sind in %2 aufgehoben; derselbe Befehl macht dort weiter.</translation>
    </message>
    <message>
        <source>%1: redirected to %2</source>
        <translation>%1: weitergeleitet zu %2</translation>
    </message>
    <message>
        <source>The download was stopped.</source>
        <translation>Der Download wurde angehalten.</translation>
    </message>
    <message>
        <source>The largest file to download, such as 500M; otherwise 20G.</source>
        <translation>Die größte Datei, die geladen wird, etwa 500M; sonst 20G.</translation>
    </message>
    <message>
        <source>Another host that a download may be redirected to; can be repeated.</source>
        <translation>Ein weiterer Rechner, zu dem ein Download weitergeleitet werden darf; wiederholbar.</translation>
    </message>
    <message>
        <source>“%1” is no size such as 500M or 20G.</source>
        <translation>„%1“ ist keine Größe wie 500M oder 20G.</translation>
    </message>
    <message>
        <source>“import” needs at least one log, folder, URL or “-”.</source>
        <translation>„import“ braucht mindestens ein Log, einen Ordner, eine URL oder „-“.</translation>
    </message>
    <message>
        <source>A URL is only opened by “auditloupe import --case CASE URL”, or in the window.</source>
        <translation>Eine URL öffnet nur „auditloupe import --case FALL URL“, oder das Fenster.</translation>
    </message>
    <message>
        <source>“%1” is an archive. Its members can be printed: %2.</source>
        <translation>„%1“ ist ein Archiv. Ausgegeben werden können seine Mitglieder: %2.</translation>
    </message>
    <message>
        <source>Name of the cluster that the logs come from, where the export does not tell it.</source>
        <translation>Name des Clusters, aus dem die Logs stammen, wo der Export ihn nicht nennt.</translation>
    </message>
    <message>
        <source>Name of the machine that the logs come from, where the export does not tell it.</source>
        <translation>Name der Maschine, von der die Logs stammen, wo der Export ihn nicht nennt.</translation>
    </message>
    <message>
        <source>Only “gke” can be asked for: the other formats hold the event as it was written.</source>
        <translation>Nur nach „gke“ kann gefragt werden: Die anderen Formate enthalten das Event, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>Lists the formats of logs that can be read, or how GKE&apos;s entries become events, field by field.</source>
        <translation>Listet die lesbaren Logformate auf, oder Feld für Feld, wie aus den Einträgen von GKE Events werden.</translation>
    </message>
    <message>
        <source>Only events where the condition holds, for example verb=delete and not user.kind=node. See “auditloupe fields”.</source>
        <translation>Nur Ereignisse, auf die die Bedingung zutrifft, zum Beispiel verb=delete and not user.kind=node. Siehe „auditloupe fields“.</translation>
    </message>
    <message>
        <source>Read nothing more: what is there of each file is kept, and the rest given up.</source>
        <translation>Nichts mehr lesen: Was von jeder Datei da ist, bleibt, und der Rest wird aufgegeben.</translation>
    </message>
    <message>
        <source>Lists the questions of the window&apos;s menu with their conditions.</source>
        <translation>Listet die Fragen aus dem Menü des Fensters mit ihren Bedingungen auf.</translation>
    </message>
    <message>
        <source>At most so many rows; all without it.</source>
        <translation>Höchstens so viele Zeilen; ohne die Angabe alle.</translation>
    </message>
    <message>
        <source>Seconds after which the statement is stopped; 60 without it.</source>
        <translation>Sekunden, nach denen die Anweisung abgebrochen wird; ohne die Angabe 60.</translation>
    </message>
    <message>
        <source>Prints credentials as they are.</source>
        <translation>Gibt Zugangsdaten aus, wie sie sind.</translation>
    </message>
    <message>
        <source>“--%1” needs a number above 0.</source>
        <translation>„--%1“ braucht eine Zahl über 0.</translation>
    </message>
    <message>
        <source>“sql” needs a statement and a case, or logs.</source>
        <translation>„sql“ braucht eine Anweisung und einen Fall oder Logs.</translation>
    </message>
    <message>
        <source>There are more rows than were asked for.</source>
        <translation>Es gibt mehr Zeilen, als verlangt wurden.</translation>
    </message>
    <message>
        <source>Runs one SELECT over the views events, requests, users and objects.</source>
        <translation>Führt ein SELECT über die Sichten events, requests, users und objects aus.</translation>
    </message>
    <message>
        <source>Lists the views and their columns instead.</source>
        <translation>Listet stattdessen die Sichten und ihre Spalten auf.</translation>
    </message>
    <message>
        <source>Prints JSON.</source>
        <translation>Gibt JSON aus.</translation>
    </message>
    <message>
        <source>Whose rules hold: 1.36, or 1.35 for that and older releases; 1.36 without it.</source>
        <translation>Wessen Regeln gelten: 1.36, oder 1.35 für diese und ältere Versionen; ohne Angabe 1.36.</translation>
    </message>
    <message>
        <source>“decide” adds which rules were tried and what of them failed.</source>
        <translation>„decide“ gibt auch an, welche Regeln geprüft wurden und woran sie scheiterten.</translation>
    </message>
    <message>
        <source>“%1” is no version that can be chosen: 1.35 and 1.36 can.</source>
        <translation>„%1“ steht nicht zur Wahl: 1.35 und 1.36 sind möglich.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>The API server would start with this policy.</source>
        <translation>Der API-Server würde mit dieser Policy starten.</translation>
    </message>
    <message>
        <source>The API server would not start with this policy.</source>
        <translation>Der API-Server würde mit dieser Policy nicht starten.</translation>
    </message>
    <message>
        <source>“policy” needs one of validate, decide and convert.</source>
        <translation>„policy“ braucht eines von validate, decide und convert.</translation>
    </message>
    <message>
        <source>“policy %1” needs one policy.</source>
        <translation>„policy %1“ braucht eine Policy.</translation>
    </message>
    <message>
        <source>Requests come from standard input, so the policy must be a file.</source>
        <translation>Die Anfragen kommen von der Standardeingabe, also muss die Policy eine Datei sein.</translation>
    </message>
    <message>
        <source>The file is larger than any policy: 64 MiB at most.</source>
        <translation>Die Datei ist größer als jede Policy: höchstens 64 MiB.</translation>
    </message>
    <message>
        <source>Says whether the API server would take an audit policy, and what it would record of requests.</source>
        <translation>Sagt, ob der API-Server eine Audit-Policy annähme und was er von Anfragen aufzeichnen würde.</translation>
    </message>
    <message>
        <source>“%1” is of the wrong type.</source>
        <translation>„%1“ hat den falschen Typ.</translation>
    </message>
    <message>
        <source>The API server would refuse this URL.</source>
        <translation>Der API-Server würde diese URL ablehnen.</translation>
    </message>
    <message>
        <source>The line is no JSON object.</source>
        <translation>Die Zeile ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The line has no “attributes”.</source>
        <translation>Die Zeile hat kein „attributes“.</translation>
    </message>
    <message>
        <source>“policy” is no text.</source>
        <translation>„policy“ ist kein Text.</translation>
    </message>
    <message>
        <source>There is no policy, neither in the line nor in a file.</source>
        <translation>Es gibt keine Policy, weder in der Zeile noch in einer Datei.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The import of this case was not finished: it holds a part of its logs. “auditloupe finish” goes on with it.</source>
        <translation>Der Import dieses Falls wurde nicht beendet: Er enthält nur einen Teil seiner Logs. „auditloupe finish“ setzt ihn fort.</translation>
    </message>
    <message>
        <source>Only people and workloads: leaves out the routine of nodes and controllers, leader election and health checks.</source>
        <translation>Nur Menschen und Workloads: lässt die Routine von Nodes und Controllern, Leader-Wahl und Health-Checks weg.</translation>
    </message>
    <message>
        <source>--sort goes with neither --count nor --count-by.</source>
        <translation>--sort passt weder zu --count noch zu --count-by.</translation>
    </message>
    <message>
        <source>In which order to print, a minus in front for descending: user,-time. By time where it is not said.</source>
        <translation>In welcher Reihenfolge ausgegeben wird, mit Minus davor absteigend: user,-time. Ohne Angabe nach der Zeit.</translation>
    </message>
</context>
<context>
    <name>CommonQuestion</name>
    <message>
        <source>Who deleted …?</source>
        <translation>Wer hat … gelöscht?</translation>
    </message>
    <message>
        <source>A deletion of a whole collection names no object. Garbage collection deletes what its owner left behind; look for the deletion of the owner too.</source>
        <translation>Wird eine ganze Sammlung gelöscht, ist kein Objekt genannt. Die Garbage Collection löscht, was sein Besitzer hinterlassen hat; auch nach der Löschung des Besitzers suchen.</translation>
    </message>
    <message>
        <source>What was deleted in production?</source>
        <translation>Was wurde in der Produktion gelöscht?</translation>
    </message>
    <message>
        <source>Production is prod, production and prod-…; change the names where yours are others.</source>
        <translation>Produktion sind prod, production und prod-…; die Namen anpassen, wo sie anders lauten.</translation>
    </message>
    <message>
        <source>Who read Secrets?</source>
        <translation>Wer hat Secrets gelesen?</translation>
    </message>
    <message>
        <source>A pod that mounts a Secret gets it from its node, whose reads stand here too.</source>
        <translation>Ein Pod, der ein Secret einbindet, bekommt es von seinem Node, dessen Lesezugriffe hier ebenfalls stehen.</translation>
    </message>
    <message>
        <source>Who read this Secret?</source>
        <translation>Wer hat dieses Secret gelesen?</translation>
    </message>
    <message>
        <source>Lists and watches of its namespace and of all namespaces gave it away as well.</source>
        <translation>Auch list und watch für seinen Namespace oder alle Namespaces haben es preisgegeben.</translation>
    </message>
    <message>
        <source>Which events contain Secret values?</source>
        <translation>Welche Ereignisse enthalten Werte von Secrets?</translation>
    </message>
    <message>
        <source>Whoever can read this log can read these values. Tokens of service accounts and of token reviews count as well.</source>
        <translation>Wer dieses Log lesen kann, kann diese Werte lesen. Token von Servicekonten und von Token-Prüfungen zählen mit.</translation>
    </message>
    <message>
        <source>Who got into pods?</source>
        <translation>Wer ist in Pods gelangt?</translation>
    </message>
    <message>
        <source>What was typed inside a pod is in no audit log; the command that was started stands in requestURI.</source>
        <translation>Was in einem Pod getippt wurde, steht in keinem Audit-Log; der gestartete Befehl steht in requestURI.</translation>
    </message>
    <message>
        <source>Who created privileged pods?</source>
        <translation>Wer hat privilegierte Pods erstellt?</translation>
    </message>
    <message>
        <source>Only events at level Request and above tell. A workload&apos;s pods are created by its controller; the person stands at the workload.</source>
        <translation>Nur Ereignisse ab der Stufe Request sagen es. Die Pods eines Workloads erstellt dessen Controller; die Person steht beim Workload.</translation>
    </message>
    <message>
        <source>Who was denied?</source>
        <translation>Wem wurde etwas verweigert?</translation>
    </message>
    <message>
        <source>Who failed to log in?</source>
        <translation>Wessen Anmeldung ist gescheitert?</translation>
    </message>
    <message>
        <source>A failed login has no user: look at the address, and at what the same address did afterwards.</source>
        <translation>Eine gescheiterte Anmeldung hat keinen Benutzer: die Adresse ansehen, und was dieselbe Adresse danach getan hat.</translation>
    </message>
    <message>
        <source>Who checked permissions?</source>
        <translation>Wer hat Berechtigungen geprüft?</translation>
    </message>
    <message>
        <source>Servers that leave authorization to the API server ask all the time; a person who asks for many things at once explores.</source>
        <translation>Server, die die Autorisierung dem API-Server überlassen, fragen ständig; eine Person, die nach vielem auf einmal fragt, kundschaftet aus.</translation>
    </message>
    <message>
        <source>What changed in RBAC?</source>
        <translation>Was wurde an RBAC geändert?</translation>
    </message>
    <message>
        <source>Who gained rights?</source>
        <translation>Wer hat Rechte erhalten?</translation>
    </message>
    <message>
        <source>Whose rights they were stands in the body, under subjects, from level Request on.</source>
        <translation>Wessen Rechte es waren, steht ab der Stufe Request im Body unter subjects.</translation>
    </message>
    <message>
        <source>What did … do?</source>
        <translation>Was hat … getan?</translation>
    </message>
    <message>
        <source>With what others did in this name (kubectl --as).</source>
        <translation>Mit dem, was andere in diesem Namen getan haben (kubectl --as).</translation>
    </message>
    <message>
        <source>Who did what on the last day?</source>
        <translation>Wer hat am letzten Tag was getan?</translation>
    </message>
    <message>
        <source>The last day of the log, from midnight to midnight UTC.</source>
        <translation>Der letzte Tag des Logs, von Mitternacht bis Mitternacht UTC.</translation>
    </message>
    <message>
        <source>What changed in the hour before …?</source>
        <translation>Was wurde in der Stunde vor … geändert?</translation>
    </message>
    <message>
        <source>What happened outside business hours?</source>
        <translation>Was geschah außerhalb der Geschäftszeiten?</translation>
    </message>
    <message>
        <source>Business hours are Monday to Friday, 08:00 to 18:00 UTC; change them where yours are others.</source>
        <translation>Geschäftszeiten sind Montag bis Freitag, 08:00 bis 18:00 UTC; anpassen, wo sie anders sind.</translation>
    </message>
    <message>
        <source>Who touched this object?</source>
        <translation>Wer hat dieses Objekt angefasst?</translation>
    </message>
    <message>
        <source>What ran with --as?</source>
        <translation>Was lief mit --as?</translation>
    </message>
    <message>
        <source>Impersonation that was refused leaves no impersonatedUser, only a 403.</source>
        <translation>Eine abgelehnte Impersonation hinterlässt keinen impersonatedUser, nur einen 403.</translation>
    </message>
    <message>
        <source>What came from outside the cluster?</source>
        <translation>Was kam von außerhalb des Clusters?</translation>
    </message>
    <message>
        <source>Outside are all addresses that are not private. The first address is the client&apos;s own word where a proxy stands between.</source>
        <translation>Außerhalb sind alle Adressen, die nicht privat sind. Die erste Adresse ist die eigene Angabe des Clients, wo ein Proxy dazwischen steht.</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>EventLoader</name>
    <message>
        <source>This event is not in the case.</source>
        <translation>Dieses Ereignis ist nicht im Fall.</translation>
    </message>
</context>
<context>
    <name>EventMenu</name>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Only from this time on</source>
        <translation>Nur ab dieser Zeit</translation>
    </message>
    <message>
        <source>Only up to this time</source>
        <translation>Nur bis zu dieser Zeit</translation>
    </message>
    <message>
        <source>Show the stages of this request</source>
        <translation>Stages dieser Anfrage zeigen</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy event as JSON</source>
        <translation>Ereignis als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>in step</source>
        <translation>gleichauf</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 voraus</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 zurück</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Accepted: %1. Duplicates: %2. Salvaged: %3. Rejected: %4.</source>
        <translation>Übernommen: %1. Kopien: %2. Gerettet: %3. Zurückgewiesen: %4.</translation>
    </message>
    <message>
        <source>%1: %2, first in line %3</source>
        <translation>%1: %2, zuerst in Zeile %3</translation>
    </message>
    <message>
        <source>no audit event, %1: %2</source>
        <translation>kein Audit-Ereignis, %1: %2</translation>
    </message>
    <message>
        <source>Covers %1 to %2 (%3).</source>
        <translation>Umfasst %1 bis %2 (%3).</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>It means: %1</source>
        <translation>Das bedeutet: %1</translation>
    </message>
    <message>
        <source>It need not mean more: %1</source>
        <translation>Mehr muss es nicht bedeuten: %1</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Es wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>Though a server writes them into every event</source>
        <translation>Obwohl ein Server sie in jedes Ereignis schreibt</translation>
    </message>
    <message>
        <source>Though these levels and stages can hold them</source>
        <translation>Obwohl diese Levels und Stages sie enthalten können</translation>
    </message>
    <message>
        <source>These levels and stages never hold them</source>
        <translation>Diese Levels und Stages enthalten sie nie</translation>
    </message>
    <message>
        <source>Told from the content, not from the name.</source>
        <translation>Am Inhalt erkannt, nicht am Namen.</translation>
    </message>
    <message>
        <source>A log can be changed so carefully that nothing here shows it, and what the policy left out was never written. Only a copy that was kept elsewhere, or a signature, proves that a log is whole.</source>
        <translation>Ein Log lässt sich so sorgfältig verändern, dass hier nichts darauf hinweist, und was die Policy ausließ, wurde nie geschrieben. Nur eine anderswo aufbewahrte Kopie oder eine Signatur beweist, dass ein Log vollständig ist.</translation>
    </message>
    <message>
        <source>There are too few events to tell how this source usually pauses, so no gap can be told from an ordinary pause.</source>
        <translation>Es sind zu wenige Ereignisse, um zu erkennen, wie lange diese Quelle gewöhnlich pausiert. Daher lässt sich keine Lücke von einer gewöhnlichen Pause unterscheiden.</translation>
    </message>
    <message>
        <source>This source usually pauses for no more than %1; a pause of %2 and more counts as a gap. The rule: its time is cut into 48 equal parts, in which a long pause counts as one part; in four of five parts the longest pause is within the usual one; a gap is five times that, and a minute at least.</source>
        <translation>Diese Quelle pausiert gewöhnlich nicht länger als %1; eine Pause ab %2 gilt als Lücke. Die Regel: Ihre Zeit wird in 48 gleiche Abschnitte geteilt, wobei eine lange Pause als ein Abschnitt zählt; in vier von fünf Abschnitten überschreitet die längste Pause die gewöhnliche nicht; eine Lücke ist fünfmal so lang, mindestens aber eine Minute.</translation>
    </message>
    <message>
        <source>Files that continue each other are taken together; here they are %1.</source>
        <translation>Dateien, die einander fortsetzen, werden zusammen betrachtet; hier sind es %1.</translation>
    </message>
    <message>
        <source>Gaps: %1, of which the %2 longest are shown.</source>
        <translation>Lücken: %1, davon werden die %2 längsten gezeigt.</translation>
    </message>
    <message>
        <source>Events that also stand in %1: %2. Of the time that both cover, events that stand only there: %3.</source>
        <translation>Ereignisse, die auch in %1 stehen: %2. Ereignisse aus der von beiden abgedeckten Zeit, die nur dort stehen: %3.</translation>
    </message>
    <message>
        <source>The import is not finished: the stages of requests were not compared.</source>
        <translation>Der Import ist nicht abgeschlossen: Die Stages der Anfragen wurden nicht verglichen.</translation>
    </message>
    <message>
        <source>Open, as is to be expected: watches, exec and their like: %1; requests of the last two minutes: %2.</source>
        <translation>Erwartungsgemäß offen: Watches, exec und Ähnliches: %1; Anfragen der letzten zwei Minuten: %2.</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>Missing, or maybe missing</source>
        <translation>Fehlt oder fehlt vielleicht</translation>
    </message>
    <message>
        <source>Unlike an untouched log</source>
        <translation>Anders als ein unverändertes Log</translation>
    </message>
    <message>
        <source>Clocks and copies</source>
        <translation>Uhren und Kopien</translation>
    </message>
    <message>
        <source>Fields without a value in any event</source>
        <translation>Felder, die in keinem Ereignis einen Wert haben</translation>
    </message>
    <message>
        <source>The file cannot be read, so it cannot be compared.</source>
        <translation>Die Datei kann nicht gelesen und daher nicht verglichen werden.</translation>
    </message>
    <message>
        <source>The file is as it was imported: its SHA-256 is the same.</source>
        <translation>Die Datei ist so, wie sie importiert wurde: Ihr SHA-256 ist derselbe.</translation>
    </message>
    <message>
        <source>The file holds the bytes that were imported, but its time of modification is another one. Copying and unpacking do that.</source>
        <translation>Die Datei enthält die importierten Bytes, hat aber einen anderen Änderungszeitpunkt. Das kommt vom Kopieren und Entpacken.</translation>
    </message>
    <message>
        <source>The file begins with the bytes that were imported and goes on behind them: it was still being written. What is new is not in the case.</source>
        <translation>Die Datei beginnt mit den importierten Bytes und geht dahinter weiter: Sie wurde noch geschrieben. Das Neue ist nicht im Fall.</translation>
    </message>
    <message>
        <source>The file holds other bytes than were imported. The case still has the ones that were. A log that is rotated under the same name changes like this, too.</source>
        <translation>Die Datei enthält andere Bytes, als importiert wurden. Die importierten sind weiterhin im Fall. Auch ein Log, das unter demselben Namen rotiert wird, ändert sich so.</translation>
    </message>
    <message>
        <source>There is no file at this path now. It was moved or deleted, lies on a drive that is not there, or was a part of an archive.</source>
        <translation>Unter diesem Pfad gibt es jetzt keine Datei. Sie wurde verschoben oder gelöscht, liegt auf einem Laufwerk, das nicht vorhanden ist, oder war Teil eines Archivs.</translation>
    </message>
    <message>
        <source>The source was no file, so there is nothing to compare with.</source>
        <translation>Die Quelle war keine Datei, daher gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>The import did not read the file to its end, so its SHA-256 is unknown and it cannot be compared.</source>
        <translation>Der Import hat die Datei nicht bis zum Ende gelesen, daher ist ihr SHA-256 unbekannt und sie kann nicht verglichen werden.</translation>
    </message>
    <message>
        <source>Collectors, log stores and tools such as jq write every event anew. Where that is so for all events of a source, it is the usual reason; where only some are like this, they went another way than the rest.</source>
        <translation>Log-Sammler, Log-Speicher und Werkzeuge wie jq schreiben jedes Ereignis neu. Betrifft es alle Ereignisse einer Quelle, ist das der übliche Grund; betrifft es nur manche, haben diese einen anderen Weg genommen als die übrigen.</translation>
    </message>
    <message>
        <source>Something read these events and wrote them anew. What else it may have changed cannot be told from this.</source>
        <translation>Etwas hat diese Ereignisse gelesen und neu geschrieben. Was dabei sonst noch verändert wurde, lässt sich daran nicht erkennen.</translation>
    </message>
    <message>
        <source>The file was renamed, its name gives local time instead of UTC, or the server&apos;s clock was set.</source>
        <translation>Die Datei wurde umbenannt, ihr Name nennt Ortszeit statt UTC, oder die Uhr des Servers wurde gestellt.</translation>
    </message>
    <message>
        <source>Not read to its end</source>
        <translation>Nicht bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>The import of this source did not reach its end. %5</source>
        <translation>Der Import dieser Quelle kam nicht bis zu ihrem Ende. %5</translation>
    </message>
    <message>
        <source>What stands behind that place is not in the case.</source>
        <translation>Was hinter dieser Stelle steht, ist nicht im Fall.</translation>
    </message>
    <message>
        <source>The file is damaged or was still being written, or the import was stopped. The import can be finished, or an undamaged copy imported.</source>
        <translation>Die Datei ist beschädigt oder wurde noch geschrieben, oder der Import wurde abgebrochen. Der Import lässt sich abschließen oder eine unbeschädigte Kopie importieren.</translation>
    </message>
    <message>
        <source>Records that are no events</source>
        <translation>Datensätze, die keine Ereignisse sind</translation>
    </message>
    <message>
        <source>Records that should have been events and cannot be read: %1.</source>
        <translation>Datensätze, die Ereignisse sein sollten und nicht lesbar sind: %1.</translation>
    </message>
    <message>
        <source>What they said is missing among the events. Their bytes are kept and can be looked at.</source>
        <translation>Was sie besagten, fehlt unter den Ereignissen. Ihre Bytes bleiben erhalten und können angesehen werden.</translation>
    </message>
    <message>
        <source>The file was copied while the server wrote, the disk was full, or two programs wrote into one file.</source>
        <translation>Die Datei wurde kopiert, während der Server schrieb, der Datenträger war voll, oder zwei Programme schrieben in eine Datei.</translation>
    </message>
    <message>
        <source>Events that were cut off</source>
        <translation>Abgeschnittene Ereignisse</translation>
    </message>
    <message>
        <source>Only the beginning could be read: %1.</source>
        <translation>Nur der Anfang war lesbar: %1.</translation>
    </message>
    <message>
        <source>What stood behind the cut is unknown; it is not absent.</source>
        <translation>Was hinter dem Schnitt stand, ist unbekannt; das heißt nicht, dass dort nichts war.</translation>
    </message>
    <message>
        <source>Collectors cut long lines, and the last line of a file that was being written is cut wherever the copy ended.</source>
        <translation>Log-Sammler schneiden lange Zeilen ab, und die letzte Zeile einer Datei, die gerade geschrieben wurde, ist dort abgeschnitten, wo die Kopie endete.</translation>
    </message>
    <message>
        <source>Events that the server shortened</source>
        <translation>Vom Server gekürzte Ereignisse</translation>
    </message>
    <message>
        <source>Too large for the server&apos;s limit, so it left their bodies out: %1.</source>
        <translation>Zu groß für die Grenze des Servers, daher hat er ihre Bodys weggelassen: %1.</translation>
    </message>
    <message>
        <source>What was sent and answered in these requests is not recorded.</source>
        <translation>Was in diesen Anfragen gesendet und geantwortet wurde, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The server does so by itself (--audit-log-truncate-enabled and its fellow for the webhook); large objects are enough.</source>
        <translation>Der Server tut das von selbst (--audit-log-truncate-enabled und das Gegenstück für den Webhook); große Objekte genügen dafür.</translation>
    </message>
    <message>
        <source>A gap in time</source>
        <translation>Zeitliche Lücke</translation>
    </message>
    <message>
        <source>No event between %2 and %3 (%4).</source>
        <translation>Kein Ereignis zwischen %2 und %3 (%4).</translation>
    </message>
    <message>
        <source>The server was stopped or restarted, nobody worked with the cluster, or the policy leaves out what goes on all the time, such as leases and health checks.</source>
        <translation>Der Server wurde angehalten oder neu gestartet, niemand arbeitete mit dem Cluster, oder die Policy lässt aus, was ständig vorkommt, etwa Leases und Health-Checks.</translation>
    </message>
    <message>
        <source>A piece of the log may be missing</source>
        <translation>Ein Teil des Logs fehlt vielleicht</translation>
    </message>
    <message>
        <source>The piece before was closed at %2; this one begins at %3, %4 later.</source>
        <translation>Der vorige Teil wurde um %2 abgeschlossen; dieser beginnt um %3, also %4 später.</translation>
    </message>
    <message>
        <source>A server closes a piece in order to write the next event into a new one, so a piece begins when the one before ends. A piece between the two is missing, or the beginning of this one.</source>
        <translation>Ein Server schließt einen Teil ab, um das nächste Ereignis in einen neuen zu schreiben; ein Teil beginnt also, wenn der vorige endet. Es fehlt ein Teil zwischen den beiden oder der Anfang von diesem.</translation>
    </message>
    <message>
        <source>Not every piece was exported, lines at the beginning could not be read, or the server&apos;s clock was set forward.</source>
        <translation>Nicht jeder Teil wurde exportiert, Zeilen am Anfang waren nicht lesbar, oder die Uhr des Servers wurde vorgestellt.</translation>
    </message>
    <message>
        <source>The newest file is missing</source>
        <translation>Die neueste Datei fehlt</translation>
    </message>
    <message>
        <source>The last piece was closed at %2. The file that was written from then on is not in the case.</source>
        <translation>Der letzte Teil wurde um %2 abgeschlossen. Die Datei, in die von da an geschrieben wurde, ist nicht im Fall.</translation>
    </message>
    <message>
        <source>Whatever was recorded after that time is missing.</source>
        <translation>Alles, was nach dieser Zeit aufgezeichnet wurde, fehlt.</translation>
    </message>
    <message>
        <source>Often only closed pieces are collected; or the file lies in another folder.</source>
        <translation>Oft werden nur abgeschlossene Teile eingesammelt; oder die Datei liegt in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>Requests without an end</source>
        <translation>Anfragen ohne Ende</translation>
    </message>
    <message>
        <source>Only the receipt is recorded: %1. Watches, exec and their like, and requests of the log&apos;s last two minutes, are not among them: these are expected to be open.</source>
        <translation>Nur der Empfang ist aufgezeichnet: %1. Watches, exec und Ähnliches sowie Anfragen aus den letzten zwei Minuten des Logs sind nicht darunter: Dass diese offen sind, ist zu erwarten.</translation>
    </message>
    <message>
        <source>How these requests ended is unknown. They may have been carried out.</source>
        <translation>Wie diese Anfragen endeten, ist unbekannt. Sie können ausgeführt worden sein.</translation>
    </message>
    <message>
        <source>The server stopped while it handled them, it dropped events under load, or the policy leaves out the later stages of some requests.</source>
        <translation>Der Server wurde beendet, während er sie bearbeitete, er hat unter Last Ereignisse verworfen, oder die Policy lässt bei manchen Anfragen die späteren Stages aus.</translation>
    </message>
    <message>
        <source>Events that only another source has</source>
        <translation>Ereignisse, die nur eine andere Quelle hat</translation>
    </message>
    <message>
        <source>%5 holds the same events as this log, but of the time that both cover some stand only there: %1.</source>
        <translation>%5 enthält dieselben Ereignisse wie dieses Log, aber aus der von beiden abgedeckten Zeit stehen manche nur dort: %1.</translation>
    </message>
    <message>
        <source>One of the two is not complete. A line that was taken out of one copy still stands in the other.</source>
        <translation>Eine der beiden Quellen ist nicht vollständig. Eine Zeile, die aus der einen Kopie entfernt wurde, steht in der anderen noch.</translation>
    </message>
    <message>
        <source>A webhook loses events when its buffer is full or a batch cannot be sent, too large events are left out, and the two may have policies of their own.</source>
        <translation>Ein Webhook verliert Ereignisse, wenn sein Puffer voll ist oder ein Stapel nicht gesendet werden kann, zu große Ereignisse werden weggelassen, und beide können eigene Policys haben.</translation>
    </message>
    <message>
        <source>Order of fields unlike the API server&apos;s</source>
        <translation>Reihenfolge der Felder anders als beim API-Server</translation>
    </message>
    <message>
        <source>Fields stand in another order than the server writes them, or twice: %1.</source>
        <translation>Felder stehen in anderer Reihenfolge, als der Server sie schreibt, oder doppelt: %1.</translation>
    </message>
    <message>
        <source>Order of annotations unlike the API server&apos;s</source>
        <translation>Reihenfolge der Annotationen anders als beim API-Server</translation>
    </message>
    <message>
        <source>The keys of annotations or of user.extra are not sorted as the server sorts them: %1.</source>
        <translation>Die Schlüssel von annotations oder user.extra sind nicht so sortiert, wie der Server sie sortiert: %1.</translation>
    </message>
    <message>
        <source>Spacing unlike the API server&apos;s</source>
        <translation>Leerraum anders als beim API-Server</translation>
    </message>
    <message>
        <source>There is white space between fields, where the server writes none: %1.</source>
        <translation>Zwischen Feldern steht Leerraum, wo der Server keinen schreibt: %1.</translation>
    </message>
    <message>
        <source>Escapes unlike the API server&apos;s</source>
        <translation>Maskierung anders als beim API-Server</translation>
    </message>
    <message>
        <source>The characters &amp;, &lt; or &gt; stand as themselves, where the server writes \u0026, \u003c and \u003e: %1.</source>
        <translation>Die Zeichen &amp;, &lt; oder &gt; stehen unmaskiert da, wo der Server \u0026, \u003c und \u003e schreibt: %1.</translation>
    </message>
    <message>
        <source>Times written unlike the API server&apos;s</source>
        <translation>Schreibweise der Zeiten anders als beim API-Server</translation>
    </message>
    <message>
        <source>Times are not in UTC with six digits behind the second: %1.</source>
        <translation>Zeiten stehen nicht in UTC mit sechs Stellen hinter der Sekunde: %1.</translation>
    </message>
    <message>
        <source>Fields that the API server does not write</source>
        <translation>Felder, die der API-Server nicht schreibt</translation>
    </message>
    <message>
        <source>Fields that are not an audit event&apos;s: %1. They are %5.</source>
        <translation>Felder, die nicht zu einem Audit-Ereignis gehören: %1. Es sind %5.</translation>
    </message>
    <message>
        <source>Something else than the server added to these events.</source>
        <translation>Etwas anderes als der Server hat diesen Ereignissen etwas hinzugefügt.</translation>
    </message>
    <message>
        <source>Collectors add fields of their own, and a newer Kubernetes may have fields that this program does not know.</source>
        <translation>Log-Sammler fügen eigene Felder hinzu, und ein neueres Kubernetes kann Felder haben, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>Times without microseconds</source>
        <translation>Zeiten ohne Mikrosekunden</translation>
    </message>
    <message>
        <source>The time is a whole number of milliseconds, which chance brings about once in a thousand: %1.</source>
        <translation>Die Zeit ist eine ganze Zahl von Millisekunden, was zufällig nur einmal unter tausend vorkommt: %1.</translation>
    </message>
    <message>
        <source>Times were rounded. Which of two events came first within a millisecond is unknown.</source>
        <translation>Zeiten wurden gerundet. Welches von zwei Ereignissen innerhalb einer Millisekunde zuerst kam, ist unbekannt.</translation>
    </message>
    <message>
        <source>Many log stores keep no more than milliseconds.</source>
        <translation>Viele Log-Speicher bewahren nur Millisekunden auf.</translation>
    </message>
    <message>
        <source>Stages in an impossible order</source>
        <translation>Stages in unmöglicher Reihenfolge</translation>
    </message>
    <message>
        <source>A stage bears a later time than a stage behind it: %1.</source>
        <translation>Eine Stage trägt eine spätere Zeit als eine auf sie folgende: %1.</translation>
    </message>
    <message>
        <source>One of the two times is not when it happened.</source>
        <translation>Eine der beiden Zeiten ist nicht die, zu der es geschah.</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set back while it handled the request.</source>
        <translation>Die Uhr des Servers wurde zurückgestellt, während er die Anfrage bearbeitete.</translation>
    </message>
    <message>
        <source>Stages that contradict each other</source>
        <translation>Stages, die einander widersprechen</translation>
    </message>
    <message>
        <source>Stages of one request differ in what never changes between them: %1. The fields are %5.</source>
        <translation>Stages einer Anfrage unterscheiden sich in etwas, das sich zwischen ihnen nie ändert: %1. Die Felder sind %5.</translation>
    </message>
    <message>
        <source>Every stage repeats who asked for what, and from where. At least one of them is not as the server wrote it.</source>
        <translation>Jede Stage wiederholt, wer was angefragt hat und von wo. Mindestens eine davon ist nicht so, wie der Server sie geschrieben hat.</translation>
    </message>
    <message>
        <source>A collector dropped or replaced fields in one of the stages; or a client chose one auditID for two requests, which arrived in the same microsecond.</source>
        <translation>Ein Log-Sammler hat in einer der Stages Felder verworfen oder ersetzt; oder ein Client hat für zwei Anfragen dieselbe auditID gewählt, und beide trafen in derselben Mikrosekunde ein.</translation>
    </message>
    <message>
        <source>A stage that happened twice</source>
        <translation>Eine Stage, die zweimal vorkommt</translation>
    </message>
    <message>
        <source>The same stage of one request is recorded twice and not alike: %1.</source>
        <translation>Dieselbe Stage einer Anfrage ist zweimal und nicht gleich aufgezeichnet: %1.</translation>
    </message>
    <message>
        <source>A request reaches each stage once. At least one of the two is not as the server wrote it.</source>
        <translation>Eine Anfrage erreicht jede Stage nur einmal. Mindestens eine der beiden ist nicht so, wie der Server sie geschrieben hat.</translation>
    </message>
    <message>
        <source>An export rounded the times of one copy; or a client chose one auditID for two requests, which arrived in the same microsecond.</source>
        <translation>Ein Export hat die Zeiten einer Kopie gerundet; oder ein Client hat für zwei Anfragen dieselbe auditID gewählt, und beide trafen in derselben Mikrosekunde ein.</translation>
    </message>
    <message>
        <source>Stages before the receipt</source>
        <translation>Stages vor dem Empfang</translation>
    </message>
    <message>
        <source>A stage is earlier than the receipt of its request: %1.</source>
        <translation>Eine Stage liegt vor dem Empfang ihrer Anfrage: %1.</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set back while it handled the request, or an export rounded one of the times.</source>
        <translation>Die Uhr des Servers wurde zurückgestellt, während er die Anfrage bearbeitete, oder ein Export hat eine der Zeiten gerundet.</translation>
    </message>
    <message>
        <source>Receipts with two times</source>
        <translation>Empfang mit zwei Zeiten</translation>
    </message>
    <message>
        <source>The two times of a RequestReceived differ: %1.</source>
        <translation>Die beiden Zeiten eines RequestReceived weichen voneinander ab: %1.</translation>
    </message>
    <message>
        <source>The server writes the same time twice at this stage. One of them was changed.</source>
        <translation>Der Server schreibt in dieser Stage zweimal dieselbe Zeit. Eine davon wurde verändert.</translation>
    </message>
    <message>
        <source>An export put its own time in the place of one of them.</source>
        <translation>Ein Export hat eine davon durch seine eigene Zeit ersetzt.</translation>
    </message>
    <message>
        <source>Answers before there was one</source>
        <translation>Antworten, bevor es eine gab</translation>
    </message>
    <message>
        <source>A RequestReceived has the code of an answer: %1.</source>
        <translation>Ein RequestReceived hat den Code einer Antwort: %1.</translation>
    </message>
    <message>
        <source>This stage is written before the request is handled. The stage or the code was changed.</source>
        <translation>Diese Stage wird geschrieben, bevor die Anfrage bearbeitet wird. Die Stage oder der Code wurde verändert.</translation>
    </message>
    <message>
        <source>An export made one record of a request&apos;s stages.</source>
        <translation>Ein Export hat aus den Stages einer Anfrage einen einzigen Datensatz gemacht.</translation>
    </message>
    <message>
        <source>Lines out of order</source>
        <translation>Zeilen nicht in zeitlicher Reihenfolge</translation>
    </message>
    <message>
        <source>Places where the time steps back by more than a second: %1. The longest step is %4, from %3 to %2.</source>
        <translation>Stellen, an denen die Zeit um mehr als eine Sekunde zurückspringt: %1. Der längste Sprung beträgt %4, von %3 nach %2.</translation>
    </message>
    <message>
        <source>A server writes its events in order of time, to some milliseconds. Here something was put together, sorted or inserted.</source>
        <translation>Ein Server schreibt seine Ereignisse in zeitlicher Reihenfolge, auf einige Millisekunden genau. Hier wurde etwas zusammengefügt, sortiert oder eingefügt.</translation>
    </message>
    <message>
        <source>Events later than the file&apos;s name allows</source>
        <translation>Ereignisse später, als der Dateiname zulässt</translation>
    </message>
    <message>
        <source>By its name, this piece was closed at %2. Events that are later: %1.</source>
        <translation>Seinem Namen nach wurde dieser Teil um %2 abgeschlossen. Spätere Ereignisse: %1.</translation>
    </message>
    <message>
        <source>Nothing is written to a piece once it is closed. The name or the events are not as the server left them.</source>
        <translation>In einen abgeschlossenen Teil wird nichts mehr geschrieben. Der Name oder die Ereignisse sind nicht so, wie der Server sie hinterlassen hat.</translation>
    </message>
    <message>
        <source>Events that belong to the piece before</source>
        <translation>Ereignisse, die in den vorigen Teil gehören</translation>
    </message>
    <message>
        <source>The piece before was closed at %2. Events in this one that are more than a minute older: %1.</source>
        <translation>Der vorige Teil wurde um %2 abgeschlossen. Ereignisse in diesem, die mehr als eine Minute älter sind: %1.</translation>
    </message>
    <message>
        <source>A piece begins when the one before ends. A name or the events are not as the server left them.</source>
        <translation>Ein Teil beginnt, wenn der vorige endet. Ein Name oder die Ereignisse sind nicht so, wie der Server sie hinterlassen hat.</translation>
    </message>
    <message>
        <source>A piece smaller than its limit</source>
        <translation>Ein Teil, der kleiner als seine Grenze ist</translation>
    </message>
    <message>
        <source>This piece still had room for the event that the next one begins with, and for more, in bytes: %1.</source>
        <translation>Dieser Teil hatte noch Platz für das Ereignis, mit dem der nächste beginnt, und darüber hinaus, in Byte: %1.</translation>
    </message>
    <message>
        <source>A server closes a piece only when the next event does not fit into the limit, which the largest piece shows. Something may have been taken out of this one, or added to that one.</source>
        <translation>Ein Server schließt einen Teil erst ab, wenn das nächste Ereignis nicht mehr in die Grenze passt, die der größte Teil erkennen lässt. Aus diesem Teil kann etwas entfernt oder jenem etwas hinzugefügt worden sein.</translation>
    </message>
    <message>
        <source>The limit (--audit-log-maxsize) was changed, or something else than the server rotated the log.</source>
        <translation>Die Grenze (--audit-log-maxsize) wurde geändert, oder etwas anderes als der Server hat das Log rotiert.</translation>
    </message>
    <message>
        <source>Times in the future</source>
        <translation>Zeiten in der Zukunft</translation>
    </message>
    <message>
        <source>Events are later than their import: %1.</source>
        <translation>Ereignisse liegen nach ihrem Import: %1.</translation>
    </message>
    <message>
        <source>Nothing can be recorded after it was imported. These times are not when it happened.</source>
        <translation>Nichts kann aufgezeichnet werden, nachdem es importiert wurde. Diese Zeiten sind nicht die, zu denen es geschah.</translation>
    </message>
    <message>
        <source>The clock of the server, or of the machine that imported them, was wrong.</source>
        <translation>Die Uhr des Servers oder der Maschine, auf der sie importiert wurden, ging falsch.</translation>
    </message>
    <message>
        <source>Events later than the file&apos;s last change</source>
        <translation>Ereignisse nach der letzten Änderung der Datei</translation>
    </message>
    <message>
        <source>Events are later than the time at which the file was last written: %1.</source>
        <translation>Ereignisse liegen nach der Zeit, zu der die Datei zuletzt geschrieben wurde: %1.</translation>
    </message>
    <message>
        <source>Nothing can be recorded after the file was written for the last time. The file&apos;s time or the events&apos; were changed.</source>
        <translation>Nichts kann aufgezeichnet werden, nachdem die Datei zum letzten Mal geschrieben wurde. Die Zeit der Datei oder die der Ereignisse wurde verändert.</translation>
    </message>
    <message>
        <source>An archive kept the file&apos;s time in another time zone, or the clocks of the two machines differ.</source>
        <translation>Ein Archiv hat die Zeit der Datei in einer anderen Zeitzone festgehalten, oder die Uhren der beiden Maschinen weichen voneinander ab.</translation>
    </message>
    <message>
        <source>Events without a time</source>
        <translation>Ereignisse ohne Zeit</translation>
    </message>
    <message>
        <source>The time of the stage or of the receipt is missing, or cannot be read: %1.</source>
        <translation>Die Zeit der Stage oder des Empfangs fehlt oder ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Where these events belong is unknown. A server writes both times into every event.</source>
        <translation>Wohin diese Ereignisse gehören, ist unbekannt. Ein Server schreibt beide Zeiten in jedes Ereignis.</translation>
    </message>
    <message>
        <source>Old versions of Kubernetes, and events that were cut off.</source>
        <translation>Alte Versionen von Kubernetes und abgeschnittene Ereignisse.</translation>
    </message>
    <message>
        <source>Copies that contradict each other</source>
        <translation>Kopien, die einander widersprechen</translation>
    </message>
    <message>
        <source>Two copies of an event differ in a field that both recorded: %1.</source>
        <translation>Zwei Kopien eines Ereignisses unterscheiden sich in einem Feld, das beide aufgezeichnet haben: %1.</translation>
    </message>
    <message>
        <source>At most one of the copies is as the server wrote it. Both are kept; the event&apos;s details show them.</source>
        <translation>Höchstens eine der Kopien ist so, wie der Server sie geschrieben hat. Beide bleiben erhalten; die Details des Ereignisses zeigen sie.</translation>
    </message>
    <message>
        <source>One of the exports changed or shortened values, such as user names or addresses that it hides.</source>
        <translation>Einer der Exporte hat Werte verändert oder gekürzt, etwa Benutzernamen oder Adressen, die er verbirgt.</translation>
    </message>
    <message>
        <source>all %1 events</source>
        <translation>alle %1 Ereignisse</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>The other sources of that time recorded nothing, either.</source>
        <translation>Auch die anderen Quellen aus dieser Zeit haben nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Other sources recorded events meanwhile: %1.</source>
        <translation>Andere Quellen haben währenddessen Ereignisse aufgezeichnet: %1.</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>The clock of the server behind %1 is %2, by what both recorded of requests that one of them handed to the other (%3 of %4 agree).</source>
        <translation>Die Uhr des Servers hinter %1 geht %2, nach dem, was beide von Anfragen aufzeichneten, die der eine dem anderen weitergab (%3 von %4 stimmen überein).</translation>
    </message>
    <message>
        <source>Whether the server&apos;s clock was right cannot be told: not enough requests were handed to a second server whose log is in the case, and copies of an event repeat the same clock.</source>
        <translation>Ob die Uhr des Servers richtig ging, lässt sich nicht sagen: Es wurden nicht genug Anfragen an einen zweiten Server weitergegeben, dessen Log im Fall ist, und Kopien eines Ereignisses wiederholen dieselbe Uhr.</translation>
    </message>
    <message>
        <source>By its %1, the store got an event %2 before it happened: the server&apos;s clock was ahead of the store&apos;s by that much at least. Events that were looked at: %3.</source>
        <translation>Nach seiner %1 erhielt der Speicher ein Ereignis %2, bevor es geschah: Die Uhr des Servers ging mindestens um so viel vor der des Speichers. Angesehene Ereignisse: %3.</translation>
    </message>
    <message>
        <source>By its %1, the store got the events between %2 and %3 after they happened: the server&apos;s clock was not ahead of the store&apos;s by more than events take to arrive. Events that were looked at: %4.</source>
        <translation>Nach seiner %1 erhielt der Speicher die Ereignisse zwischen %2 und %3, nachdem sie geschahen: Die Uhr des Servers ging der des Speichers nicht weiter voraus, als Ereignisse bis zur Ankunft brauchen. Angesehene Ereignisse: %4.</translation>
    </message>
    <message>
        <source>JSON objects with an auditID and a stage, level, URI or verb, whose apiVersion is audit.k8s.io or absent</source>
        <translation>JSON-Objekte mit einer auditID und Stage, Level, URI oder Verb, deren apiVersion audit.k8s.io ist oder fehlt</translation>
    </message>
    <message>
        <source>Read as the import was told to: %1.</source>
        <translation>So gelesen, wie es beim Import verlangt wurde: %1.</translation>
    </message>
    <message>
        <source>Told from the content, not from the name: %1.</source>
        <translation>Am Inhalt erkannt, nicht am Namen: %1.</translation>
    </message>
    <message>
        <source>; in it: </source>
        <translation>; darin: </translation>
    </message>
    <message>
        <source>%1 (events: %2). %3</source>
        <translation>%1 (Ereignisse: %2). %3</translation>
    </message>
    <message>
        <source>A member of the archive %1, whose SHA-256 is %2.</source>
        <translation>Ein Mitglied des Archivs %1, dessen SHA-256 %2 ist.</translation>
    </message>
    <message>
        <source>No event has a time.</source>
        <translation>Kein Ereignis hat eine Zeit.</translation>
    </message>
    <message>
        <source>Every field has a value somewhere.</source>
        <translation>Jedes Feld hat irgendwo einen Wert.</translation>
    </message>
    <message>
        <source>There are no events.</source>
        <translation>Es gibt keine Ereignisse.</translation>
    </message>
    <message>
        <source>This source was silent for much longer than is usual for it. What happened in that time is not recorded here.</source>
        <translation>Diese Quelle schwieg viel länger, als es für sie üblich ist. Was in dieser Zeit geschah, ist hier nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The file holds the logs of several servers or streams one behind the other, batches arrived late, the server&apos;s clock was set back, or the export has the time of the request, not of its end (GKE): long watches step back then.</source>
        <translation>Die Datei enthält die Logs mehrerer Server oder Ströme hintereinander, Stapel kamen verspätet an, die Uhr des Servers wurde zurückgestellt, oder der Export nennt die Zeit der Anfrage statt ihres Endes (GKE): Lange Watches springen dann zurück.</translation>
    </message>
</context>
<context>
    <name>Fetch</name>
    <message>
        <source>The file is not what it was when the download broke off: it was downloaded from its beginning.</source>
        <translation>Die Datei ist nicht mehr die, bei der der Download abbrach: Sie wurde von Anfang an geladen.</translation>
    </message>
    <message>
        <source>%1 redirects to %2, which is not followed: only https:// URLs are.</source>
        <translation>%1 leitet zu %2 weiter; dem wird nicht gefolgt, nur https://-URLs.</translation>
    </message>
    <message>
        <source>The server redirects again and again: %1.</source>
        <translation>Der Server leitet immer wieder weiter: %1.</translation>
    </message>
    <message>
        <source>%1 redirects to another host: %2.</source>
        <translation>%1 leitet zu einem anderen Rechner weiter: %2.</translation>
    </message>
    <message>
        <source>The server cannot go on in the middle of a file: it was downloaded from its beginning.</source>
        <translation>Der Server kann nicht mitten in einer Datei weitermachen: Sie wurde von Anfang an geladen.</translation>
    </message>
    <message>
        <source>The file is %1 large, and the limit is %2. Allow more if that is right.</source>
        <translation>Die Datei ist %1 groß, die Grenze ist %2. Erlauben Sie mehr, wenn das stimmt.</translation>
    </message>
    <message>
        <source>The download needs %1, but the disk has only %2 left. Free some space and open the URL again.</source>
        <translation>Der Download braucht %1, auf dem Datenträger sind aber nur %2 frei. Schaffen Sie Platz und öffnen Sie die URL noch einmal.</translation>
    </message>
    <message>
        <source>The file is larger than the limit of %1. Allow more, and the download goes on.</source>
        <translation>Die Datei ist größer als die Grenze von %1. Erlauben Sie mehr, dann geht der Download weiter.</translation>
    </message>
    <message>
        <source>The file is empty: %1 sent nothing.</source>
        <translation>Die Datei ist leer: %1 hat nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 sent a web page, perhaps one to log in.</source>
        <translation>%1 hat eine Webseite gesendet, vielleicht eine zum Anmelden.</translation>
    </message>
    <message>
        <source>The file was downloaded already and is used as it came then.</source>
        <translation>Die Datei ist schon geladen und wird so verwendet, wie sie damals kam.</translation>
    </message>
    <message>
        <source>The download cannot be written: %1</source>
        <translation>Der Download kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Another Auditloupe is downloading this file. Wait until it has finished.</source>
        <translation>Ein anderes Auditloupe lädt diese Datei gerade. Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The folder for downloads cannot be written.</source>
        <translation>In den Ordner für Downloads kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder for downloads cannot be made.</source>
        <translation>Der Ordner für Downloads kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>This is no URL of a file.</source>
        <translation>Das ist keine URL einer Datei.</translation>
    </message>
    <message>
        <source>The secret parts of this URL were not kept. Paste it whole once more.</source>
        <translation>Die geheimen Teile dieser URL wurden nicht aufgehoben. Fügen Sie sie noch einmal ganz ein.</translation>
    </message>
    <message>
        <source>An http:// URL is not opened: on the way, anybody could read and change what is sent. Use its https:// form.</source>
        <translation>Eine http://-URL wird nicht geöffnet: Unterwegs könnte jeder mitlesen und ändern, was gesendet wird. Nehmen Sie ihre https://-Form.</translation>
    </message>
    <message>
        <source>Only https:// URLs can be opened. For a file in a cloud&apos;s store, ask for a presigned https:// URL.</source>
        <translation>Nur https://-URLs können geöffnet werden. Bitten Sie bei einer Datei im Speicher einer Cloud um eine vorsignierte https://-URL.</translation>
    </message>
    <message>
        <source>A URL with a user name or password in it is not opened. Download the file with another program.</source>
        <translation>Eine URL mit Benutzername oder Kennwort darin wird nicht geöffnet. Laden Sie die Datei mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>The server gives the file only to those it knows. Ask for a presigned URL.</source>
        <translation>Der Server gibt die Datei nur an Bekannte heraus. Bitten Sie um eine vorsignierte URL.</translation>
    </message>
    <message>
        <source>The presigned URL has expired: it was valid until %1. Ask for a new one.</source>
        <translation>Die vorsignierte URL ist abgelaufen: Sie galt bis %1. Bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>The presigned URL has probably expired, or a part of it is missing. Ask for a new one.</source>
        <translation>Die vorsignierte URL ist wohl abgelaufen, oder ein Teil von ihr fehlt. Bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>There is no such file. Was the URL copied whole?</source>
        <translation>Eine solche Datei gibt es nicht. Wurde die URL ganz kopiert?</translation>
    </message>
    <message>
        <source>The proxy asks for a password, which Auditloupe does not send.</source>
        <translation>Der Proxy verlangt ein Kennwort, und das sendet Auditloupe nicht.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a few minutes.</source>
        <translation>Der Server ist ausgelastet. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The server has a problem of its own. Try again later.</source>
        <translation>Der Server hat selbst ein Problem. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The server sends no file for this URL.</source>
        <translation>Der Server sendet für diese URL keine Datei.</translation>
    </message>
    <message>
        <source>%1 answers %2: %3</source>
        <translation>%1 antwortet %2: %3</translation>
    </message>
    <message>
        <source>There is no host %1, or this machine has no network.</source>
        <translation>Es gibt keinen Rechner %1, oder dieser Rechner hat kein Netz.</translation>
    </message>
    <message>
        <source>%1 takes no connections.</source>
        <translation>%1 nimmt keine Verbindungen an.</translation>
    </message>
    <message>
        <source>%1 sends nothing any more.</source>
        <translation>%1 sendet nichts mehr.</translation>
    </message>
    <message>
        <source>%1 has closed the connection.</source>
        <translation>%1 hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>No secure connection to %1 can be made.</source>
        <translation>Zu %1 kommt keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>The proxy that this system is set to use cannot be reached.</source>
        <translation>Der Proxy, den dieses System verwenden soll, ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>it is another host&apos;s</source>
        <translation>Es gehört einem anderen Rechner</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>Es ist abgelaufen</translation>
    </message>
    <message>
        <source>it is not valid yet. Is this machine&apos;s clock right?</source>
        <translation>Es gilt noch nicht. Geht die Uhr dieses Rechners richtig?</translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation>Es wurde widerrufen</translation>
    </message>
    <message>
        <source>nobody this system trusts has signed it</source>
        <translation>Niemand, dem dieses System vertraut, hat es unterschrieben</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2. Nothing was downloaded.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2. Es wurde nichts geladen.</translation>
    </message>
    <message>
        <source>%1 did not say how large the file is: whether it came whole cannot be known.</source>
        <translation>%1 hat nicht gesagt, wie groß die Datei ist: Ob sie vollständig ankam, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>How much the audit policy told the API server to write: Metadata, Request or RequestResponse.</source>
        <translation>Wie viel der API-Server laut Audit-Policy schreiben sollte: Metadata, Request oder RequestResponse.</translation>
    </message>
    <message>
        <source>The request&apos;s id, shared by all its stages. A client may choose it with the header Audit-ID, so it need not be unique.</source>
        <translation>Die ID der Anfrage, gleich in all ihren Stages. Ein Client kann sie mit dem Header Audit-ID selbst wählen, sie muss also nicht eindeutig sein.</translation>
    </message>
    <message>
        <source>When in the request&apos;s life this event was written: RequestReceived, ResponseStarted, ResponseComplete or Panic.</source>
        <translation>Wann im Verlauf der Anfrage dieses Ereignis geschrieben wurde: RequestReceived, ResponseStarted, ResponseComplete oder Panic.</translation>
    </message>
    <message>
        <source>Path and query as the client sent them, still percent-encoded. The command of an exec stands here and nowhere else.</source>
        <translation>Pfad und Query, wie der Client sie gesendet hat, noch prozentkodiert. Der Befehl eines exec steht hier und sonst nirgends.</translation>
    </message>
    <message>
        <source>The Kubernetes verb; for requests outside resources the HTTP method in lower case. An exec by WebSocket is a get, by SPDY a create.</source>
        <translation>Das Kubernetes-Verb; bei Anfragen außerhalb von Ressourcen die HTTP-Methode in Kleinbuchstaben. Ein exec über WebSocket ist ein get, über SPDY ein create.</translation>
    </message>
    <message>
        <source>Always Event. Absent inside the lists that a webhook receives.</source>
        <translation>Immer Event. Fehlt in den Listen, die ein Webhook empfängt.</translation>
    </message>
    <message>
        <source>Version of the event&apos;s own format, such as audit.k8s.io/v1; not of the object that was touched.</source>
        <translation>Version des Ereignisformats selbst, etwa audit.k8s.io/v1; nicht die des betroffenen Objekts.</translation>
    </message>
    <message>
        <source>When the API server received the request; the same in all stages.</source>
        <translation>Wann der API-Server die Anfrage empfangen hat; in allen Stages gleich.</translation>
    </message>
    <message>
        <source>When this stage was reached. For a watch the last one may be hours after the request.</source>
        <translation>Wann diese Stage erreicht wurde. Bei einem watch kann die letzte Stunden nach der Anfrage liegen.</translation>
    </message>
    <message>
        <source>Time of the event in versions older than audit.k8s.io/v1, to the second.</source>
        <translation>Zeit des Ereignisses in Versionen vor audit.k8s.io/v1, sekundengenau.</translation>
    </message>
    <message>
        <source>The identity that was authenticated. Empty where authentication failed.</source>
        <translation>Die authentifizierte Identität. Leer, wenn die Authentifizierung fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Name of the authenticated user; with impersonation still the real one. Service accounts are system:serviceaccount:NAMESPACE:NAME.</source>
        <translation>Name des authentifizierten Benutzers; bei Impersonation weiterhin der echte. Service-Accounts heißen system:serviceaccount:NAMESPACE:NAME.</translation>
    </message>
    <message>
        <source>The authenticator&apos;s id for the user: tells apart two accounts that had the same name one after the other. Often absent for people.</source>
        <translation>ID, die der Authenticator dem Benutzer gibt: unterscheidet zwei Konten, die nacheinander denselben Namen hatten. Fehlt bei Personen oft.</translation>
    </message>
    <message>
        <source>The user&apos;s groups at that time. system:masters means that no authorization check could refuse anything.</source>
        <translation>Die Gruppen des Benutzers zu diesem Zeitpunkt. system:masters bedeutet, dass keine Autorisierungsprüfung etwas ablehnen konnte.</translation>
    </message>
    <message>
        <source>What else the authenticator knows, each a list of texts: the pod and node of a service account token, the credential&apos;s id, cloud identities.</source>
        <translation>Was der Authenticator sonst noch weiß, jeweils als Liste von Texten: Pod und Node eines Service-Account-Tokens, ID der Zugangsdaten, Cloud-Identitäten.</translation>
    </message>
    <message>
        <source>Id of the token or certificate that was used (JTI=… or X509SHA256=…): follows one stolen credential through the log.</source>
        <translation>ID des verwendeten Tokens oder Zertifikats (JTI=… oder X509SHA256=…): damit lassen sich gestohlene Zugangsdaten durch das Log verfolgen.</translation>
    </message>
    <message>
        <source>The pod that the service account token was issued for; not proof that the request came from it.</source>
        <translation>Der Pod, für den das Service-Account-Token ausgestellt wurde; kein Beweis, dass die Anfrage von ihm kam.</translation>
    </message>
    <message>
        <source>Id of the pod that the service account token was issued for.</source>
        <translation>ID des Pods, für den das Service-Account-Token ausgestellt wurde.</translation>
    </message>
    <message>
        <source>The node of the pod that the service account token was issued for.</source>
        <translation>Der Node des Pods, für den das Service-Account-Token ausgestellt wurde.</translation>
    </message>
    <message>
        <source>Id of the node of the pod that the service account token was issued for.</source>
        <translation>ID des Nodes des Pods, für den das Service-Account-Token ausgestellt wurde.</translation>
    </message>
    <message>
        <source>The identity that the user took on (kubectl --as). Permissions were checked against it. Absent without impersonation and where impersonation was refused.</source>
        <translation>Die Identität, die der Benutzer angenommen hat (kubectl --as). Gegen sie wurden die Berechtigungen geprüft. Fehlt ohne Impersonation und wenn sie abgelehnt wurde.</translation>
    </message>
    <message>
        <source>Name of the identity that the user took on. Its deeds are still those of user.username.</source>
        <translation>Name der Identität, die der Benutzer angenommen hat. Ihre Taten bleiben die von user.username.</translation>
    </message>
    <message>
        <source>Id that the user asked to take on (Impersonate-Uid); seldom given.</source>
        <translation>ID, die der Benutzer annehmen wollte (Impersonate-Uid); selten angegeben.</translation>
    </message>
    <message>
        <source>Groups that the user took on (kubectl --as-group); system:authenticated is added by the server.</source>
        <translation>Gruppen, die der Benutzer angenommen hat (kubectl --as-group); system:authenticated fügt der Server hinzu.</translation>
    </message>
    <message>
        <source>Further attributes that the user took on (Impersonate-Extra-…).</source>
        <translation>Weitere Attribute, die der Benutzer angenommen hat (Impersonate-Extra-…).</translation>
    </message>
    <message>
        <source>How the identity came about, beyond the user itself; from Kubernetes 1.35 on.</source>
        <translation>Wie die Identität zustande kam, über den Benutzer selbst hinaus; ab Kubernetes 1.35.</translation>
    </message>
    <message>
        <source>The constraint under which impersonation was allowed. Only with constrained impersonation, from Kubernetes 1.35 on.</source>
        <translation>Die Einschränkung, unter der die Impersonation erlaubt war. Nur bei Constrained Impersonation, ab Kubernetes 1.35.</translation>
    </message>
    <message>
        <source>Where the request came from. Only the last address was seen by the API server itself; all before it are the client&apos;s word (X-Forwarded-For).</source>
        <translation>Woher die Anfrage kam. Nur die letzte Adresse hat der API-Server selbst gesehen; alle davor sind Angaben des Clients (X-Forwarded-For).</translation>
    </message>
    <message>
        <source>What the client says it is. Anybody can send any text; cut at 1,024 bytes.</source>
        <translation>Was der Client zu sein angibt. Jeder kann beliebigen Text senden; nach 1024 Bytes abgeschnitten.</translation>
    </message>
    <message>
        <source>The object or the kind of objects that the request was about. Absent for requests outside resources, such as /healthz.</source>
        <translation>Das Objekt oder die Art von Objekten, um die es in der Anfrage ging. Fehlt bei Anfragen außerhalb von Ressourcen, etwa /healthz.</translation>
    </message>
    <message>
        <source>Plural name of the resource, such as pods; without the subresource.</source>
        <translation>Pluralname der Ressource, etwa pods; ohne die Subresource.</translation>
    </message>
    <message>
        <source>Part of the object that was addressed, such as exec, log, status or token; empty for the object itself.</source>
        <translation>Angesprochener Teil des Objekts, etwa exec, log, status oder token; leer für das Objekt selbst.</translation>
    </message>
    <message>
        <source>Namespace of the object. Empty for cluster-wide objects and for lists over all namespaces.</source>
        <translation>Namespace des Objekts. Leer bei clusterweiten Objekten und bei Listen über alle Namespaces.</translation>
    </message>
    <message>
        <source>Name of the object. Empty for lists and for creates with generateName; a create&apos;s name is not yet known at RequestReceived.</source>
        <translation>Name des Objekts. Leer bei Listen und bei create mit generateName; bei RequestReceived ist der Name eines create noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Id of the object, where the body told it: tells apart two objects that had the same name one after the other. Mostly on updates.</source>
        <translation>ID des Objekts, sofern der Body sie nannte: unterscheidet zwei Objekte, die nacheinander denselben Namen hatten. Meist bei update.</translation>
    </message>
    <message>
        <source>API group of the resource, such as apps; absent for the core group (pods, secrets, …).</source>
        <translation>API-Gruppe der Ressource, etwa apps; fehlt bei der Core-Gruppe (pods, secrets, …).</translation>
    </message>
    <message>
        <source>API version that the client used, such as v1; the policy does not look at it.</source>
        <translation>API-Version, die der Client verwendet hat, etwa v1; die Policy beachtet sie nicht.</translation>
    </message>
    <message>
        <source>Version of the object that the client meant to change, where the body told it.</source>
        <translation>Version des Objekts, die der Client ändern wollte, sofern der Body sie nannte.</translation>
    </message>
    <message>
        <source>How the request ended, at every level. Judge by its code: a success usually has no status text.</source>
        <translation>Wie die Anfrage ausging, auf jedem Level. Maßgeblich ist der Code: Ein Erfolg hat meist keinen Statustext.</translation>
    </message>
    <message>
        <source>HTTP status of the answer. 101 is an opened exec, attach or port-forward. At ResponseStarted it only says how the answer began.</source>
        <translation>HTTP-Status der Antwort. 101 ist ein geöffnetes exec, attach oder port-forward. Bei ResponseStarted sagt er nur, wie die Antwort begann.</translation>
    </message>
    <message>
        <source>Success or Failure, only where the answer itself was a Status; usually absent for successes.</source>
        <translation>Success oder Failure, nur wenn die Antwort selbst ein Status war; bei Erfolgen meist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The server&apos;s words to the client, mostly for failures.</source>
        <translation>Mitteilung des Servers an den Client, meist bei Fehlern.</translation>
    </message>
    <message>
        <source>The failure in one word, such as NotFound or Forbidden. Not the authorizer&apos;s reason: that is annotations[&quot;authorization.k8s.io/reason&quot;].</source>
        <translation>Der Fehler in einem Wort, etwa NotFound oder Forbidden. Nicht die Begründung des Authorizers: die steht in annotations[&quot;authorization.k8s.io/reason&quot;].</translation>
    </message>
    <message>
        <source>What the failure was about: object, causes, when to try again.</source>
        <translation>Worum es bei dem Fehler ging: Objekt, Ursachen, wann ein neuer Versuch möglich ist.</translation>
    </message>
    <message>
        <source>Name of the object that the failure was about; present even where objectRef.name is not.</source>
        <translation>Name des Objekts, um das es bei dem Fehler ging; vorhanden, auch wenn objectRef.name fehlt.</translation>
    </message>
    <message>
        <source>API group of what the failure was about.</source>
        <translation>API-Gruppe dessen, worum es bei dem Fehler ging.</translation>
    </message>
    <message>
        <source>Kind or resource of what the failure was about.</source>
        <translation>Art oder Ressource dessen, worum es bei dem Fehler ging.</translation>
    </message>
    <message>
        <source>Id of the object that the failure, or a delete&apos;s success, was about.</source>
        <translation>ID des Objekts, um das es bei dem Fehler oder beim Erfolg eines delete ging.</translation>
    </message>
    <message>
        <source>The single faults of a refused object: reason, message and field of each.</source>
        <translation>Die einzelnen Mängel eines abgelehnten Objekts: jeweils Grund, Meldung und Feld.</translation>
    </message>
    <message>
        <source>Seconds after which the client was told to try again.</source>
        <translation>Sekunden, nach denen der Client es erneut versuchen sollte.</translation>
    </message>
    <message>
        <source>Belongs to every Status; practically always empty.</source>
        <translation>Gehört zu jedem Status; praktisch immer leer.</translation>
    </message>
    <message>
        <source>The body as the client sent it, before defaults and admission. For a patch the raw patch, not the object. Reads have none.</source>
        <translation>Der Body, wie der Client ihn gesendet hat, vor Standardwerten und Admission. Bei einem patch der rohe Patch, nicht das Objekt. Lesende Anfragen haben keinen.</translation>
    </message>
    <message>
        <source>The body of the answer. For kubectl get it is often a Table. Secrets stand in it in full.</source>
        <translation>Der Body der Antwort. Bei kubectl get oft eine Table. Secrets stehen darin im Klartext.</translation>
    </message>
    <message>
        <source>Notes that the API server and admission made while they handled the request. Not the annotations of the object.</source>
        <translation>Vermerke, die API-Server und Admission bei der Bearbeitung der Anfrage gemacht haben. Nicht die Annotationen des Objekts.</translation>
    </message>
    <message>
        <source>allow or forbid: the authorizer&apos;s word. Absent for failed authentication and refused impersonation. A 403 with allow was refused by admission.</source>
        <translation>allow oder forbid: das Wort des Authorizers. Fehlt bei fehlgeschlagener Authentifizierung und abgelehnter Impersonation. Ein 403 mit allow hat die Admission abgelehnt.</translation>
    </message>
    <message>
        <source>Why the authorizer decided so: for RBAC the binding and role that allowed it. Empty for system:masters and for plain refusals.</source>
        <translation>Warum der Authorizer so entschieden hat: bei RBAC das Binding und die Rolle, die es erlaubt haben. Leer bei system:masters und bei einfachen Ablehnungen.</translation>
    </message>
    <message>
        <source>true where the event was too large and the server dropped both bodies.</source>
        <translation>true, wenn das Ereignis zu groß war und der Server beide Bodys verworfen hat.</translation>
    </message>
    <message>
        <source>The service account whose long-lived token from a Secret was used.</source>
        <translation>Der Service-Account, dessen langlebiges Token aus einem Secret verwendet wurde.</translation>
    </message>
    <message>
        <source>Secret of the long-lived token that was used; somebody made it by hand.</source>
        <translation>Secret des verwendeten langlebigen Tokens; jemand hat es von Hand angelegt.</translation>
    </message>
    <message>
        <source>Secret of the long-lived token that was used; the cluster made it by itself, long ago.</source>
        <translation>Secret des verwendeten langlebigen Tokens; der Cluster hat es vor langer Zeit selbst angelegt.</translation>
    </message>
    <message>
        <source>A long-lived token was used that the cluster had already invalidated.</source>
        <translation>Es wurde ein langlebiges Token verwendet, das der Cluster bereits ungültig gemacht hatte.</translation>
    </message>
    <message>
        <source>A service account token was used after it should have been renewed.</source>
        <translation>Ein Service-Account-Token wurde verwendet, nachdem es hätte erneuert werden müssen.</translation>
    </message>
    <message>
        <source>Id of the token that this request issued; look for it as credential-id in user.extra to see what was done with it.</source>
        <translation>ID des Tokens, das diese Anfrage ausgestellt hat; als credential-id in user.extra danach suchen, um zu sehen, was damit getan wurde.</translation>
    </message>
    <message>
        <source>The Pod Security standard that was enforced on the request.</source>
        <translation>Der Pod-Security-Standard, der für die Anfrage durchgesetzt wurde.</translation>
    </message>
    <message>
        <source>What in the pod goes against the audited Pod Security standard. Nothing was refused because of it.</source>
        <translation>Was im Pod gegen den auditierten Pod-Security-Standard verstößt. Abgelehnt wurde deswegen nichts.</translation>
    </message>
    <message>
        <source>Why Pod Security did not look at the request: namespace, user or runtimeClass.</source>
        <translation>Warum Pod Security die Anfrage nicht geprüft hat: namespace, user oder runtimeClass.</translation>
    </message>
    <message>
        <source>Which ValidatingAdmissionPolicy found what wrong, as JSON text. With code 422 the request was refused for it.</source>
        <translation>Welche ValidatingAdmissionPolicy was beanstandet hat, als JSON-Text. Bei Code 422 wurde die Anfrage deswegen abgelehnt.</translation>
    </message>
    <message>
        <source>The first mutating webhook that was asked and whether it changed the object, as JSON text. Further ones count round and index up.</source>
        <translation>Der erste gefragte Mutating Webhook und ob er das Objekt geändert hat, als JSON-Text. Weitere zählen round und index hoch.</translation>
    </message>
    <message>
        <source>What the first mutating webhook changed, as JSON text holding a JSON patch. Only from level Request on.</source>
        <translation>Was der erste Mutating Webhook geändert hat, als JSON-Text mit einem JSON-Patch. Nur ab Level Request.</translation>
    </message>
    <message>
        <source>A mutating webhook that could not be reached, and was passed over.</source>
        <translation>Ein Mutating Webhook, der nicht erreichbar war und übergangen wurde.</translation>
    </message>
    <message>
        <source>A validating webhook that could not be reached, and was passed over: its check did not take place.</source>
        <translation>Ein Validating Webhook, der nicht erreichbar war und übergangen wurde: Seine Prüfung fand nicht statt.</translation>
    </message>
    <message>
        <source>true where the client used an API version that is deprecated.</source>
        <translation>true, wenn der Client eine veraltete (deprecated) API-Version verwendet hat.</translation>
    </message>
    <message>
        <source>The Kubernetes release that no longer has the API version that was used.</source>
        <translation>Das Kubernetes-Release, das die verwendete API-Version nicht mehr enthält.</translation>
    </message>
    <message>
        <source>How long the request took, as the server measured it. Only where it took more than half a second.</source>
        <translation>Wie lange die Anfrage gedauert hat, vom Server gemessen. Nur, wenn es mehr als eine halbe Sekunde war.</translation>
    </message>
    <message>
        <source>How much of the time went into the data store. Only for slow requests.</source>
        <translation>Anteil der Zeit für den Datenspeicher. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>How much of the time went into authentication. Only for slow requests.</source>
        <translation>Anteil der Zeit für die Authentifizierung. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>How much of the time went into authorization. Only for slow requests.</source>
        <translation>Anteil der Zeit für die Autorisierung. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>How much of the time went into mutating webhooks. Only for slow requests.</source>
        <translation>Anteil der Zeit für Mutating Webhooks. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>How much of the time went into validating webhooks. Only for slow requests.</source>
        <translation>Anteil der Zeit für Validating Webhooks. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>How long the request waited in a queue of flow control. Only for slow requests.</source>
        <translation>Wie lange die Anfrage in einer Warteschlange der Flusskontrolle stand. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>How much of the time went into transforming the answer. Only for slow requests.</source>
        <translation>Anteil der Zeit für das Umwandeln der Antwort. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>How much of the time went into encoding the answer. Only for slow requests.</source>
        <translation>Anteil der Zeit für das Kodieren der Antwort. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>How much of the time went into sending the answer. Only for slow requests.</source>
        <translation>Anteil der Zeit für das Senden der Antwort. Nur bei langsamen Anfragen.</translation>
    </message>
    <message>
        <source>Time from the receipt of the request to the last stage. Watches live long; that is no slowness.</source>
        <translation>Zeit vom Empfang der Anfrage bis zur letzten Stage. Watches leben lange; das ist keine Langsamkeit.</translation>
    </message>
    <message>
        <source>human, serviceaccount, node, controlplane or anonymous, judged by the user&apos;s name alone. human means: none of the others.</source>
        <translation>human, serviceaccount, node, controlplane oder anonymous, allein nach dem Namen des Benutzers beurteilt. human bedeutet: keines der anderen.</translation>
    </message>
    <message>
        <source>allowed (code below 400), denied (refused on purpose), failed (any other error) or open (no answer yet).</source>
        <translation>allowed (Code unter 400), denied (absichtlich abgelehnt), failed (jeder andere Fehler) oder open (noch keine Antwort).</translation>
    </message>
    <message>
        <source>Who denied it: authentication (401), authorization (403) or admission (403 although authorized, or 422 by a policy).</source>
        <translation>Wer abgelehnt hat: authentication (401), authorization (403) oder admission (403 trotz Autorisierung oder 422 durch eine Policy).</translation>
    </message>
    <message>
        <source>read, write, connect (exec, attach, port-forward, proxy) or check (access and token reviews, dry runs).</source>
        <translation>read, write, connect (exec, attach, port-forward, proxy) oder check (Access- und Token-Reviews, Dry Runs).</translation>
    </message>
    <message>
        <source>Number of the request in this case: the same for all stages of one request.</source>
        <translation>Nummer der Anfrage in diesem Fall: gleich für alle Stages einer Anfrage.</translation>
    </message>
    <message>
        <source>1 on the most complete stage of a request, 0 on its other events.</source>
        <translation>1 bei der vollständigsten Stage einer Anfrage, 0 bei ihren anderen Ereignissen.</translation>
    </message>
    <message>
        <source>The cluster that the event comes from, as the export or the user says; &quot;&quot; where nobody does. The event itself does not tell.</source>
        <translation>Der Cluster, aus dem das Event stammt, wie es der Export oder der Benutzer sagt; &quot;&quot;, wo es niemand sagt. Das Event selbst nennt ihn nicht.</translation>
    </message>
    <message>
        <source>The machine whose API server wrote the event, as the export, the path or the user says; &quot;&quot; where nobody does. The event itself does not tell.</source>
        <translation>Die Maschine, deren API-Server das Event schrieb, wie es der Export, der Pfad oder der Benutzer sagt; &quot;&quot;, wo es niemand sagt. Das Event selbst nennt sie nicht.</translation>
    </message>
    <message>
        <source>The file that the event was read from: its path, or its number in the case.</source>
        <translation>Die Datei, aus der das Event gelesen wurde: ihr Pfad oder ihre Nummer im Fall.</translation>
    </message>
    <message>
        <source>Hour of the day, 0 to 23, in UTC.</source>
        <translation>Stunde des Tages, 0 bis 23, in UTC.</translation>
    </message>
    <message>
        <source>Day of the week, monday to sunday, in UTC.</source>
        <translation>Wochentag, monday bis sunday, in UTC.</translation>
    </message>
    <message>
        <source>The whole event as it was written, with its escapes resolved. A word alone searches here.</source>
        <translation>Das ganze Ereignis, wie es geschrieben wurde, mit aufgelösten Escapes. Ein einzelnes Wort sucht hier.</translation>
    </message>
    <message>
        <source>The API server that wrote the log, as its path says: kube-apiserver, or an aggregated one such as openshift-apiserver, which logs what is passed on to it once more; &quot;&quot; where no path says it.</source>
        <translation>Der API-Server, der das Log schrieb, wie sein Pfad sagt: kube-apiserver, oder ein aggregierter wie openshift-apiserver, der noch einmal protokolliert, was an ihn weitergereicht wird; &quot;&quot;, wo kein Pfad es sagt.</translation>
    </message>
    <message>
        <source>When the event happened: stageTimestamp, or what older versions have in its place. Of a request: when it was received.</source>
        <translation>Wann das Ereignis geschah: stageTimestamp oder was ältere Versionen an dessen Stelle haben. Bei einer Anfrage: wann sie einging.</translation>
    </message>
    <message>
        <source>The program that the user agent names: what stands in front of its first slash or blank. Anybody can send any text.</source>
        <translation>Das Programm, das der User Agent nennt: was vor seinem ersten Schrägstrich oder Leerzeichen steht. Jeder kann beliebigen Text senden.</translation>
    </message>
    <message>
        <source>exec, attach, portforward or watch: what stays open while somebody works or listens, by whatever verb it came and however it ended.</source>
        <translation>exec, attach, portforward oder watch: was offen bleibt, während jemand arbeitet oder zuhört, mit welchem Verb es auch kam und wie es auch endete.</translation>
    </message>
    <message>
        <source>The command of an exec as it would be typed: the parameters command of the request URI, decoded. What is typed into a shell afterwards is not recorded.</source>
        <translation>Der Befehl eines exec, wie man ihn tippen würde: die Parameter command der Anfrage-URI, dekodiert. Was danach in eine Shell getippt wird, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The container that an exec or attach asked for; absent where the choice was left to the API server.</source>
        <translation>Der Container, den ein exec oder attach verlangte; fehlt, wo die Wahl dem API-Server überlassen war.</translation>
    </message>
    <message>
        <source>Whether an exec or attach asked to send input: true or false.</source>
        <translation>Ob ein exec oder attach Eingaben senden wollte: true oder false.</translation>
    </message>
    <message>
        <source>Whether an exec or attach asked for the output: true or false.</source>
        <translation>Ob ein exec oder attach die Ausgabe verlangte: true oder false.</translation>
    </message>
    <message>
        <source>Whether an exec or attach asked for a terminal, as somebody who types does: true or false.</source>
        <translation>Ob ein exec oder attach ein Terminal verlangte, wie es tut, wer selbst tippt: true oder false.</translation>
    </message>
    <message>
        <source>How an exec, attach or port-forward came: POST (verb create; SPDY) or GET (verb get; WebSocket, as kubectl does it from 1.31 on).</source>
        <translation>Wie ein exec, attach oder port-forward kam: POST (Verb create; SPDY) oder GET (Verb get; WebSocket, wie kubectl es ab 1.31 macht).</translation>
    </message>
    <message>
        <source>How long a session lasted, from its request to its end. Unknown while it is open or where its end is not in the log; absent where it was refused.</source>
        <translation>Wie lange eine Sitzung dauerte, von ihrer Anfrage bis zu ihrem Ende. Unbekannt, solange sie offen ist oder wo ihr Ende nicht im Log steht; fehlt, wo sie abgelehnt wurde.</translation>
    </message>
</context>
<context>
    <name>FieldRows</name>
    <message>
        <source>Not in this event</source>
        <translation>Nicht in diesem Ereignis</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>%1 more values: see the JSON</source>
        <translation>%1 weitere Werte: siehe JSON</translation>
    </message>
    <message>
        <source>Computed from the fields</source>
        <translation>Aus den Feldern berechnet</translation>
    </message>
    <message>
        <source>not written at level %1</source>
        <translation>bei Level %1 nicht geschrieben</translation>
    </message>
    <message>
        <source>dropped: the event was too large</source>
        <translation>verworfen: Das Ereignis war zu groß</translation>
    </message>
    <message>
        <source>not yet known at %1</source>
        <translation>bei %1 noch nicht bekannt</translation>
    </message>
    <message>
        <source>unknown: the event is cut off</source>
        <translation>unbekannt: Das Ereignis ist abgeschnitten</translation>
    </message>
    <message>
        <source>Computed, not recorded.</source>
        <translation>Berechnet, nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Recorded from level %1 and stage %2 on.</source>
        <translation>Aufgezeichnet ab Level %1 und Stage %2.</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>Expected the name of a field, such as user, verb or ns.</source>
        <translation>Name eines Felds erwartet, etwa user, verb oder ns.</translation>
    </message>
    <message>
        <source>Expected the name of a field; “%1” is none.</source>
        <translation>Name eines Felds erwartet; „%1“ ist keiner.</translation>
    </message>
    <message>
        <source>A value with quotes, commas or parentheses must stand in double quotes.</source>
        <translation>Ein Wert mit Anführungszeichen, Kommas oder Klammern muss in doppelten Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>Expected the closing quote of the value that begins at column %1.</source>
        <translation>Schließendes Anführungszeichen des Werts erwartet, der in Spalte %1 beginnt.</translation>
    </message>
    <message>
        <source>Expected one of: %1.</source>
        <translation>Erwartet wird eines von: %1.</translation>
    </message>
    <message>
        <source>Expected a whole number.</source>
        <translation>Erwartet wird eine ganze Zahl.</translation>
    </message>
    <message>
        <source>Expected a duration such as 1.5s or 200ms.</source>
        <translation>Erwartet wird eine Dauer wie 1.5s oder 200ms.</translation>
    </message>
    <message>
        <source>Perhaps “%1”?</source>
        <translation>Vielleicht „%1“?</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>there, but not equal</source>
        <translation>vorhanden, aber nicht gleich</translation>
    </message>
    <message>
        <source>one of a list, or an address in a network</source>
        <translation>eines aus einer Liste oder eine Adresse in einem Netz</translation>
    </message>
    <message>
        <source>has it inside</source>
        <translation>enthält es</translation>
    </message>
    <message>
        <source>has it inside, in capitals or not</source>
        <translation>enthält es, groß oder klein geschrieben</translation>
    </message>
    <message>
        <source>begins with it</source>
        <translation>beginnt damit</translation>
    </message>
    <message>
        <source>begins with it, in capitals or not</source>
        <translation>beginnt damit, groß oder klein geschrieben</translation>
    </message>
    <message>
        <source>ends with it</source>
        <translation>endet damit</translation>
    </message>
    <message>
        <source>ends with it, in capitals or not</source>
        <translation>endet damit, groß oder klein geschrieben</translation>
    </message>
    <message>
        <source>is as a pattern with * and ?</source>
        <translation>ist wie ein Muster mit * und ?</translation>
    </message>
    <message>
        <source>is as a pattern with * and ?, in capitals or not</source>
        <translation>ist wie ein Muster mit * und ?, groß oder klein geschrieben</translation>
    </message>
    <message>
        <source>is, as a whole, as a regular expression (RE2)</source>
        <translation>passt als Ganzes auf einen regulären Ausdruck (RE2)</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ist vorhanden</translation>
    </message>
    <message>
        <source>less, or before</source>
        <translation>kleiner oder davor</translation>
    </message>
    <message>
        <source>at most, or not after</source>
        <translation>höchstens oder nicht danach</translation>
    </message>
    <message>
        <source>more, or after</source>
        <translation>größer oder danach</translation>
    </message>
    <message>
        <source>at least, or not before</source>
        <translation>mindestens oder nicht davor</translation>
    </message>
    <message>
        <source>has an element of a list</source>
        <translation>hat ein Element einer Liste</translation>
    </message>
    <message>
        <source>The condition is longer than %1 characters.</source>
        <translation>Die Bedingung ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>This is more than %1 conditions inside each other.</source>
        <translation>Das sind mehr als %1 ineinander geschachtelte Bedingungen.</translation>
    </message>
    <message>
        <source>Expected a further condition behind “or”.</source>
        <translation>Hinter „or“ wird eine weitere Bedingung erwartet.</translation>
    </message>
    <message>
        <source>Expected a further condition behind “and”.</source>
        <translation>Hinter „and“ wird eine weitere Bedingung erwartet.</translation>
    </message>
    <message>
        <source>Expected “and” or “or”, written as words.</source>
        <translation>Erwartet wird „and“ oder „or“, als Wort geschrieben.</translation>
    </message>
    <message>
        <source>Expected “and”, “or” or “)”: any() takes one list and one condition.</source>
        <translation>Erwartet wird „and“, „or“ oder „)“: any() nimmt eine Liste und eine Bedingung.</translation>
    </message>
    <message>
        <source>Expected “and”, “or” or “)”.</source>
        <translation>Erwartet wird „and“, „or“ oder „)“.</translation>
    </message>
    <message>
        <source>Expected “and”, “or” or the end of the condition.</source>
        <translation>Erwartet wird „and“, „or“ oder das Ende der Bedingung.</translation>
    </message>
    <message>
        <source>Expected a condition behind “not”.</source>
        <translation>Hinter „not“ wird eine Bedingung erwartet.</translation>
    </message>
    <message>
        <source>Expected the “)” of the “(” at column %1.</source>
        <translation>Erwartet wird die „)“ zur „(“ in Spalte %1.</translation>
    </message>
    <message>
        <source>Expected a list such as requestObject.rules[].</source>
        <translation>Erwartet wird eine Liste wie requestObject.rules[].</translation>
    </message>
    <message>
        <source>Expected “,” and a condition about one element.</source>
        <translation>Erwartet wird „,“ und eine Bedingung an ein Element.</translation>
    </message>
    <message>
        <source>Expected “)”.</source>
        <translation>Erwartet wird „)“.</translation>
    </message>
    <message>
        <source>Expected the name of a field in an element.</source>
        <translation>Erwartet wird der Name eines Feldes in einem Element.</translation>
    </message>
    <message>
        <source>Expected an operator behind “%1”, such as =, !=, in, contains or exists. A word to search for that is the name of a field stands in quotes.</source>
        <translation>Hinter „%1“ wird ein Operator erwartet, etwa =, !=, in, contains oder exists. Ein gesuchtes Wort, das der Name eines Feldes ist, steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Expected a value.</source>
        <translation>Erwartet wird ein Wert.</translation>
    </message>
    <message>
        <source>Expected “,” or the “)” of the list.</source>
        <translation>Erwartet wird „,“ oder die „)“ der Liste.</translation>
    </message>
    <message>
        <source>A condition can ask at most %1 questions.</source>
        <translation>Eine Bedingung kann höchstens %1 Fragen stellen.</translation>
    </message>
    <message>
        <source>Expected a time such as 2026-11-20T16:13:25Z, or now-2h for two hours before the last event.</source>
        <translation>Erwartet wird eine Zeit wie 2026-11-20T16:13:25Z, oder now-2h für zwei Stunden vor dem letzten Ereignis.</translation>
    </message>
    <message>
        <source>Expected a regular expression as RE2 reads it: %1.</source>
        <translation>Erwartet wird ein regulärer Ausdruck, wie RE2 ihn liest: %1.</translation>
    </message>
    <message>
        <source>The values of “%1” have no order; compare with “=” or “in”.</source>
        <translation>Die Werte von „%1“ haben keine Reihenfolge; vergleichen Sie mit „=“ oder „in“.</translation>
    </message>
    <message>
        <source>Expected an address or a network such as 10.0.0.0/8.</source>
        <translation>Erwartet wird eine Adresse oder ein Netz wie 10.0.0.0/8.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further request(s) cannot tell whether the condition holds: their level, stage or export left out %1.</source>
        <translation>
            <numerusform>%Ln weitere Anfrage kann nicht sagen, ob die Bedingung zutrifft: Ihr Level, ihre Stage oder ihr Export hat %1 weggelassen.</numerusform>
            <numerusform>%Ln weitere Anfragen können nicht sagen, ob die Bedingung zutrifft: Ihr Level, ihre Stage oder ihr Export hat %1 weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further event(s) cannot tell whether the condition holds: their level, stage or export left out %1.</source>
        <translation>
            <numerusform>%Ln weiteres Ereignis kann nicht sagen, ob die Bedingung zutrifft: Sein Level, seine Stage oder sein Export hat %1 weggelassen.</numerusform>
            <numerusform>%Ln weitere Ereignisse können nicht sagen, ob die Bedingung zutrifft: Ihr Level, ihre Stage oder ihr Export hat %1 weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected an address; a network is asked for with “in”: ip in %1.</source>
        <translation>Erwartet wird eine Adresse; nach einem Netz fragt „in“: ip in %1.</translation>
    </message>
    <message>
        <source>Expected a value; one that begins with =, &lt;, &gt;, ~ or ! stands in quotes.</source>
        <translation>Erwartet wird ein Wert; beginnt er mit =, &lt;, &gt;, ~ oder !, steht er in Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>What the API server itself writes (v1, v1beta1, v1alpha1): one event a line, also between other lines, EventLists of a webhook, JSON arrays</source>
        <translation>Was der API-Server selbst schreibt (v1, v1beta1, v1alpha1): ein Event je Zeile, auch zwischen anderen Zeilen, EventLists eines Webhooks, JSON-Arrays</translation>
    </message>
    <message>
        <source>Azure Log Analytics, tables AKSAudit and AKSAuditAdmin, as JSON or CSV</source>
        <translation>Azure Log Analytics, Tabellen AKSAudit und AKSAuditAdmin, als JSON oder CSV</translation>
    </message>
    <message>
        <source>Azure AKS diagnostic settings in storage (PT1H.json) and Event Hubs (records)</source>
        <translation>Diagnoseeinstellungen von Azure AKS in Speicherkonten (PT1H.json) und Event Hubs (records)</translation>
    </message>
    <message>
        <source>Azure Log Analytics, table AzureDiagnostics, as JSON (tables, az, Logic Apps) or CSV</source>
        <translation>Azure Log Analytics, Tabelle AzureDiagnostics, als JSON (tables, az, Logic Apps) oder CSV</translation>
    </message>
    <message>
        <source>Amazon CloudWatch Logs: filter-log-events and get-log-events as JSON</source>
        <translation>Amazon CloudWatch Logs: filter-log-events und get-log-events als JSON</translation>
    </message>
    <message>
        <source>Amazon CloudWatch Logs, exported to S3: each line a time in milliseconds and the message</source>
        <translation>Amazon CloudWatch Logs, nach S3 exportiert: je Zeile eine Zeit in Millisekunden und die Nachricht</translation>
    </message>
    <message>
        <source>Amazon CloudWatch Logs subscriptions, as Firehose writes them: {&quot;messageType&quot;: …}</source>
        <translation>Abonnements von Amazon CloudWatch Logs, wie Firehose sie schreibt: {&quot;messageType&quot;: …}</translation>
    </message>
    <message>
        <source>aws logs tail: each line a time, the log stream and the message</source>
        <translation>aws logs tail: je Zeile eine Zeit, der Log-Stream und die Nachricht</translation>
    </message>
    <message>
        <source>Container logs of containerd and CRI-O (time, stream, P or F, text), long lines joined again</source>
        <translation>Container-Logs von containerd und CRI-O (Zeit, Stream, P oder F, Text), lange Zeilen wieder verbunden</translation>
    </message>
    <message>
        <source>Docker json-file: {&quot;log&quot;:…, &quot;stream&quot;:…, &quot;time&quot;:…}, long lines joined again</source>
        <translation>Docker json-file: {&quot;log&quot;:…, &quot;stream&quot;:…, &quot;time&quot;:…}, lange Zeilen wieder verbunden</translation>
    </message>
    <message>
        <source>fluentd out_file: a time, a tag and the record, divided by tabs</source>
        <translation>fluentd out_file: Zeit, Tag und Datensatz, durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>gcloud logging read: log entries as YAML, divided by ---</source>
        <translation>gcloud logging read: Log-Einträge als YAML, durch --- getrennt</translation>
    </message>
    <message>
        <source>GELF messages (Graylog, OVH Logs Data Platform)</source>
        <translation>GELF-Nachrichten (Graylog, OVH Logs Data Platform)</translation>
    </message>
    <message>
        <source>Google Cloud Logging: audit log entries of GKE clusters as JSON (gcloud, sinks, BigQuery) or CSV</source>
        <translation>Google Cloud Logging: Audit-Log-Einträge von GKE-Clustern als JSON (gcloud, Senken, BigQuery) oder CSV</translation>
    </message>
    <message>
        <source>journalctl -o json</source>
        <translation>journalctl -o json</translation>
    </message>
    <message>
        <source>CSV and TSV with a column that holds the event as JSON</source>
        <translation>CSV und TSV mit einer Spalte, die das Event als JSON enthält</translation>
    </message>
    <message>
        <source>JSON objects of any log collector with a field that holds the event, as a string or as an object</source>
        <translation>JSON-Objekte eines beliebigen Log-Sammlers mit einem Feld, das das Event enthält, als Text oder als Objekt</translation>
    </message>
    <message>
        <source>kubectl logs --timestamps or --prefix: a time or [pod/NAME/CONTAINER] in front of each line</source>
        <translation>kubectl logs --timestamps oder --prefix: eine Zeit oder [pod/NAME/CONTAINER] vor jeder Zeile</translation>
    </message>
    <message>
        <source>The API server&apos;s old text format: AUDIT: id=&quot;…&quot; …</source>
        <translation>Das alte Textformat des API-Servers: AUDIT: id=&quot;…&quot; …</translation>
    </message>
    <message>
        <source>Amazon CloudWatch Logs Insights results with @message, as JSON or CSV</source>
        <translation>Ergebnisse von Amazon CloudWatch Logs Insights mit @message, als JSON oder CSV</translation>
    </message>
    <message>
        <source>oc adm node-logs: the name of the node in front of each line</source>
        <translation>oc adm node-logs: der Name des Knotens vor jeder Zeile</translation>
    </message>
    <message>
        <source>OpenTelemetry logs as JSON (OTLP)</source>
        <translation>OpenTelemetry-Logs als JSON (OTLP)</translation>
    </message>
    <message>
        <source>syslog lines (RFC 5424 and RFC 3164), and journalctl -o short</source>
        <translation>Syslog-Zeilen (RFC 5424 und RFC 3164) und journalctl -o short</translation>
    </message>
    <message>
        <source>Lines of text that end in the event&apos;s JSON</source>
        <translation>Textzeilen, die mit dem JSON des Events enden</translation>
    </message>
    <message>
        <source>Compressed, up to three times over</source>
        <translation>Komprimiert, bis zu dreifach</translation>
    </message>
    <message>
        <source>An archive, compressed or not; each of its members is a source</source>
        <translation>Ein Archiv, komprimiert oder nicht; jedes Mitglied ist eine Quelle</translation>
    </message>
    <message>
        <source>An archive; each of its members is a source. Nothing encrypted</source>
        <translation>Ein Archiv; jedes Mitglied ist eine Quelle. Nichts Verschlüsseltes</translation>
    </message>
    <message>
        <source>Text as PowerShell writes it, little or big endian; UTF-8 with or without a byte order mark is what logs usually are</source>
        <translation>Text, wie PowerShell ihn schreibt, Little oder Big Endian; Logs sind meist UTF-8 mit oder ohne Byte Order Mark</translation>
    </message>
    <message>
        <source>Payloads in base64, also gzipped: Lambda, Kinesis, Firehose and Pub/Sub records, or gzip in base64 alone, on a line or in a field</source>
        <translation>Nutzdaten in Base64, auch mit gzip: Records von Lambda, Kinesis, Firehose und Pub/Sub, oder gzip in Base64 allein, in einer Zeile oder einem Feld</translation>
    </message>
    <message>
        <source>An event whose beginning was cut off, from its auditID or the field in front of it on</source>
        <translation>Ein Ereignis, dessen Anfang abgeschnitten ist, ab seiner auditID oder dem Feld davor</translation>
    </message>
</context>
<context>
    <name>GkeField</name>
    <message>
        <source>RequestResponse with a response, Request with a request, otherwise Metadata. The level of the policy may have been higher: entries above 256 KB lose their bodies.</source>
        <translation>RequestResponse mit einer Antwort, Request mit einer Anfrage, sonst Metadata. Das Level der Policy kann höher gewesen sein: Einträge über 256 KB verlieren ihre Inhalte.</translation>
    </message>
    <message>
        <source>operation.id where there is one.</source>
        <translation>operation.id, wo es eine gibt.</translation>
    </message>
    <message>
        <source>ResponseStarted for the first of two entries of a long request, otherwise ResponseComplete.</source>
        <translation>ResponseStarted für den ersten von zwei Einträgen einer langen Anfrage, sonst ResponseComplete.</translation>
    </message>
    <message>
        <source>/api or /apis in front of the resource&apos;s name. The query is lost: the command of an exec, selectors and dry runs.</source>
        <translation>/api oder /apis vor dem Namen der Ressource. Die Abfrage ist verloren: der Befehl eines exec, Selektoren und Dry Runs.</translation>
    </message>
    <message>
        <source>The last word.</source>
        <translation>Das letzte Wort.</translation>
    </message>
    <message>
        <source>One address.</source>
        <translation>Eine Adresse.</translation>
    </message>
    <message>
        <source>The word behind the version. Requests outside resources have no objectRef.</source>
        <translation>Das Wort hinter der Version. Anfragen außerhalb von Ressourcen haben kein objectRef.</translation>
    </message>
    <message>
        <source>What stands between the resource and the verb.</source>
        <translation>Was zwischen der Ressource und dem Verb steht.</translation>
    </message>
    <message>
        <source>“core” stands for the group without a name.</source>
        <translation>„core“ steht für die Gruppe ohne Namen.</translation>
    </message>
    <message>
        <source>Always empty.</source>
        <translation>Immer leer.</translation>
    </message>
    <message>
        <source>With the @type that Google adds. BigQuery: protopayload_auditlog.requestJson.</source>
        <translation>Mit dem @type, den Google hinzufügt. BigQuery: protopayload_auditlog.requestJson.</translation>
    </message>
    <message>
        <source>With the @type that Google adds. BigQuery: protopayload_auditlog.responseJson.</source>
        <translation>Mit dem @type, den Google hinzufügt. BigQuery: protopayload_auditlog.responseJson.</translation>
    </message>
    <message>
        <source>BigQuery changes the names: only decision and reason of the authorization are known again.</source>
        <translation>BigQuery ändert die Namen: Nur decision und reason der Autorisierung werden wiedererkannt.</translation>
    </message>
    <message>
        <source>The time of the event is that of the request; how long it took is unknown.</source>
        <translation>Die Zeit des Events ist die der Anfrage; wie lange sie dauerte, ist unbekannt.</translation>
    </message>
    <message>
        <source>The entry has a google.rpc code, as a number or by its name: none or 0 becomes 200, 201 for create and 101 for exec, attach and portforward; 3 400, 5 404, 6 and 10 409, 7 403, 8 429, 13 500, 14 503, 16 401. Without a failure&apos;s code, 403 where a permission was not granted or the decision is forbid. Unknown where the status has a code that is none, or only a message.</source>
        <translation>Der Eintrag hat einen google.rpc-Code, als Zahl oder mit Namen: keiner oder 0 wird 200, 201 bei create und 101 bei exec, attach und portforward; 3 400, 5 404, 6 und 10 409, 7 403, 8 429, 13 500, 14 503, 16 401. Ohne den Code eines Fehlers 403, wo eine Berechtigung nicht erteilt war oder die Entscheidung forbid ist. Unbekannt, wo der Status einen Code hat, der keiner ist, oder nur eine Meldung.</translation>
    </message>
    <message>
        <source>Failure where the status tells of one, or the request was denied.</source>
        <translation>Failure, wo der Status von einem Fehler spricht oder die Anfrage abgelehnt wurde.</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>service account</source>
        <translation>Service-Account</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>control plane</source>
        <translation>Control Plane</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>an anonymous client</source>
        <translation>ein anonymer Client</translation>
    </message>
    <message>
        <source>service account %1/%2</source>
        <translation>Service-Account %1/%2</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>Node %1</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The import was stopped before its end.</source>
        <translation>Der Import wurde vor seinem Ende angehalten.</translation>
    </message>
    <message>
        <source>The import was interrupted, and the file is not what it was then. What had been read of it is kept.</source>
        <translation>Der Import wurde unterbrochen, und die Datei ist nicht mehr dieselbe wie damals. Was von ihr gelesen war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The download broke off after %1 of %2 bytes.</source>
        <translation>Der Download brach nach %1 von %2 Bytes ab.</translation>
    </message>
    <message>
        <source>The download broke off after %1 bytes.</source>
        <translation>Der Download brach nach %1 Bytes ab.</translation>
    </message>
    <message>
        <source>Open the URL again, and it goes on from there.</source>
        <translation>Öffnen Sie die URL noch einmal, dann geht er dort weiter.</translation>
    </message>
    <message>
        <source>Nothing more of the download came than the case has already.</source>
        <translation>Vom Download kam nicht mehr, als der Fall schon hat.</translation>
    </message>
    <message>
        <source>The name leads out of the archive, as if to write over other files when it is unpacked. The member was read, and nothing written.</source>
        <translation>Der Name führt aus dem Archiv hinaus, als sollten beim Entpacken andere Dateien überschrieben werden. Das Mitglied wurde gelesen und nichts geschrieben.</translation>
    </message>
    <message>
        <source>The archive has an earlier member of the same name; both were read.</source>
        <translation>Das Archiv hat vorher schon ein Mitglied dieses Namens; beide wurden gelesen.</translation>
    </message>
    <message>
        <source>The file was changed while it was read. Import it again.</source>
        <translation>Die Datei wurde beim Lesen geändert. Noch einmal importieren.</translation>
    </message>
    <message>
        <source>This is a case of this program, no log. It was not read.</source>
        <translation>Das ist ein Fall dieses Programms, kein Log. Er wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The import was interrupted, and the rest of the file given up.</source>
        <translation>Der Import wurde unterbrochen und der Rest der Datei aufgegeben.</translation>
    </message>
    <message>
        <source>The import was interrupted, and what was handed over through a pipe cannot be read again. What had been read of it is kept.</source>
        <translation>Der Import wurde unterbrochen, und was durch eine Pipe kam, kann nicht noch einmal gelesen werden. Was davon gelesen war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The file is gone or cannot be read now. What had been read of it is kept, and its import can be finished when the file is back.</source>
        <translation>Die Datei ist weg oder gerade nicht lesbar. Was davon gelesen war, bleibt erhalten, und der Import kann beendet werden, wenn die Datei wieder da ist.</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>No audit event was found.</source>
        <translation>Es wurde kein Audit-Ereignis gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) imported</source>
        <translation>
            <numerusform>%Ln Ereignis importiert</numerusform>
            <numerusform>%Ln Ereignisse importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further copies of an event</source>
        <translation>
            <numerusform>%Ln weitere Kopie eines Ereignisses</numerusform>
            <numerusform>%Ln weitere Kopien von Ereignissen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) cut off</source>
        <translation>
            <numerusform>%Ln Ereignis abgeschnitten</numerusform>
            <numerusform>%Ln Ereignisse abgeschnitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) rejected</source>
        <translation>
            <numerusform>%Ln Zeile zurückgewiesen</numerusform>
            <numerusform>%Ln Zeilen zurückgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) skipped</source>
        <translation>
            <numerusform>%Ln Datei übersprungen</numerusform>
            <numerusform>%Ln Dateien übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) imported before</source>
        <translation>
            <numerusform>%Ln Datei schon importiert</numerusform>
            <numerusform>%Ln Dateien schon importiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InputStream</name>
    <message>
        <source>The file cannot be read any further: %1.</source>
        <translation>Die Datei kann nicht weiter gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The file unpacks to more than 500 times its size, as made to exhaust a machine; reading stopped after %1 bytes.</source>
        <translation>Die Datei entpackt sich auf mehr als das 500-Fache ihrer Größe, wie gemacht, um einen Rechner zu überlasten; das Lesen endete nach %1 Byte.</translation>
    </message>
    <message>
        <source>The compressed data is damaged from its start.</source>
        <translation>Die komprimierten Daten sind von Anfang an beschädigt.</translation>
    </message>
    <message>
        <source>This is a folder. Name the log files in it, or import the folder with all that is in it.</source>
        <translation>Das ist ein Ordner. Die Logdateien darin einzeln nennen, oder den Ordner mit allem importieren, was darin liegt.</translation>
    </message>
    <message>
        <source>This is a device, not a file. Copy what it holds to a file, or hand it over through standard input.</source>
        <translation>Das ist ein Gerät, keine Datei. Seinen Inhalt in eine Datei kopieren oder über die Standardeingabe hereingeben.</translation>
    </message>
    <message>
        <source>This is a socket, not a file.</source>
        <translation>Das ist ein Socket, keine Datei.</translation>
    </message>
    <message>
        <source>Standard input cannot be read: %1.</source>
        <translation>Die Standardeingabe kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1.</source>
        <translation>Die Datei kann nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>This is a second name of “%1” in the archive, whose bytes stand there.</source>
        <translation>Das ist ein zweiter Name von „%1“ im Archiv; die Bytes stehen dort.</translation>
    </message>
    <message>
        <source>This is a link to “%1”. Links in archives are not followed.</source>
        <translation>Das ist ein Verweis auf „%1“. Verweisen in Archiven wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>This is a device or a pipe, not a file.</source>
        <translation>Das ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>This member is encrypted. Unpack the archive with its password, and import what is in it.</source>
        <translation>Dieses Mitglied ist verschlüsselt. Das Archiv mit seinem Passwort entpacken und den Inhalt importieren.</translation>
    </message>
    <message>
        <source>The archive is damaged or was cut off; the members in front of that are kept.</source>
        <translation>Das Archiv ist beschädigt oder abgeschnitten; die Mitglieder davor bleiben erhalten.</translation>
    </message>
    <message>
        <source>This member of the archive is damaged or packed in an unknown way (%1); what came before is kept.</source>
        <translation>Dieses Mitglied des Archivs ist beschädigt oder auf unbekannte Weise gepackt (%1); was davor kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Unpacking needs more memory than is allowed: it was compressed with an unusually large window. Unpack the file, and import what is in it.</source>
        <translation>Das Entpacken braucht mehr Speicher als erlaubt: Komprimiert wurde mit einem ungewöhnlich großen Fenster. Die Datei entpacken und den Inhalt importieren.</translation>
    </message>
    <message>
        <source>The compressed data is damaged at byte %1; what came before is kept.</source>
        <translation>Die komprimierten Daten sind bei Byte %1 beschädigt; was davor kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Behind the compressed data, from byte %1 on, stand bytes that are not compressed. They were not read.</source>
        <translation>Hinter den komprimierten Daten, ab Byte %1, stehen unkomprimierte Bytes. Sie wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>The compressed data was cut off after %1 bytes; what came before is kept.</source>
        <translation>Die komprimierten Daten sind nach %1 Bytes abgeschnitten; was davor kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The archive has more than a million members; those behind them were not read.</source>
        <translation>Das Archiv hat mehr als eine Million Mitglieder; die dahinter wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>This is packed more than three times over and was not opened. Unpack it, and import what is in it.</source>
        <translation>Das ist mehr als dreifach verpackt und wurde nicht geöffnet. Entpacken und den Inhalt importieren.</translation>
    </message>
</context>
<context>
    <name>JsonPage</name>
    <message numerus="yes">
        <source>[%Ln more characters]</source>
        <translation>
            <numerusform>[%Ln weiteres Zeichen]</numerusform>
            <numerusform>[%Ln weitere Zeichen]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnownFile</name>
    <message>
        <source>Is what was imported as %1. Nothing is new.</source>
        <translation>Ist, was als %1 importiert wurde. Nichts ist neu.</translation>
    </message>
    <message>
        <source>Was imported before. Nothing is new.</source>
        <translation>Wurde schon importiert. Nichts ist neu.</translation>
    </message>
    <message>
        <source>Is what was imported as %1, and has grown. New events: %2.</source>
        <translation>Ist, was als %1 importiert wurde, und ist gewachsen. Neue Events: %2.</translation>
    </message>
    <message>
        <source>Has grown since it was imported. New events: %1.</source>
        <translation>Ist seit dem Import gewachsen. Neue Events: %1.</translation>
    </message>
    <message>
        <source>Is the beginning of what was imported as %1. Nothing is new.</source>
        <translation>Ist der Anfang dessen, was als %1 importiert wurde. Nichts ist neu.</translation>
    </message>
    <message>
        <source>Is shorter than when it was imported. What was imported stays in the case.</source>
        <translation>Ist kürzer als beim Import. Was importiert wurde, bleibt im Fall.</translation>
    </message>
    <message>
        <source>Is another file than the one that was imported under this name. Both are in the case.</source>
        <translation>Ist eine andere Datei als die, die unter diesem Namen importiert wurde. Beide sind im Fall.</translation>
    </message>
</context>
<context>
    <name>LevelNote</name>
    <message>
        <source>Unknown level</source>
        <translation>Unbekanntes Level</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>This event does not say how much was to be written.</source>
        <translation>Dieses Ereignis sagt nicht, wie viel geschrieben werden sollte.</translation>
    </message>
    <message>
        <source>Nothing is written at this level.</source>
        <translation>Auf diesem Level wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Kept: who, what, when, from where, and how it ended.</source>
        <translation>Festgehalten: wer, was, wann, woher und mit welchem Ausgang.</translation>
    </message>
    <message>
        <source>Kept: who, what, when, from where, how it ended, and the body that the client sent.</source>
        <translation>Festgehalten: wer, was, wann, woher, mit welchem Ausgang und der vom Client gesendete Body.</translation>
    </message>
    <message>
        <source>Kept: who, what, when, from where, how it ended, and the bodies of request and answer.</source>
        <translation>Festgehalten: wer, was, wann, woher, mit welchem Ausgang und die Bodys von Anfrage und Antwort.</translation>
    </message>
    <message>
        <source>Left out by the level: what the client sent and what it was answered, so neither the old nor the new content is known.</source>
        <translation>Vom Level ausgelassen: was der Client gesendet und als Antwort erhalten hat; daher ist weder der alte noch der neue Inhalt bekannt.</translation>
    </message>
    <message>
        <source>Left out by the level: what the client was answered, so what a read gave away is not known.</source>
        <translation>Vom Level ausgelassen: was der Client als Antwort erhalten hat; daher ist nicht bekannt, was ein Lesezugriff preisgegeben hat.</translation>
    </message>
    <message>
        <source>Not yet known at this stage: the answer, the authorizer&apos;s decision, and any body.</source>
        <translation>In dieser Stage noch nicht bekannt: die Antwort, die Entscheidung des Authorizers und jeglicher Body.</translation>
    </message>
    <message>
        <source>Not yet known at this stage: how the request ended; it may have gone on for hours.</source>
        <translation>In dieser Stage noch nicht bekannt: wie die Anfrage ausging; sie kann noch Stunden gelaufen sein.</translation>
    </message>
    <message>
        <source>The handler crashed: there is no answer to record, and whether anything was changed is not known.</source>
        <translation>Der Handler ist abgestürzt: Es gibt keine Antwort, und ob etwas geändert wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 is not yet known at %2; it is written from %3 on.</source>
        <translation>%1 ist bei %2 noch nicht bekannt; es wird ab %3 geschrieben.</translation>
    </message>
    <message>
        <source>%1 exists from level %2 on; this event was logged at %3.</source>
        <translation>%1 gibt es ab Level %2; dieses Ereignis wurde auf %3 protokolliert.</translation>
    </message>
    <message>
        <source>Nobody was authenticated, so the authorizer was never asked.</source>
        <translation>Niemand wurde authentifiziert, also wurde der Authorizer nie gefragt.</translation>
    </message>
    <message>
        <source>The request was refused before the authorizer was asked, as happens when acting as somebody else is not allowed.</source>
        <translation>Die Anfrage wurde abgelehnt, bevor der Authorizer gefragt wurde, wie es bei nicht erlaubter Impersonation geschieht.</translation>
    </message>
    <message>
        <source>The name of a new object is in its body, which had not been read yet.</source>
        <translation>Der Name eines neuen Objekts steht in seinem Body, der noch nicht gelesen war.</translation>
    </message>
    <message>
        <source>The name was left to the server (generateName), or the body was not read.</source>
        <translation>Der Name war dem Server überlassen (generateName), oder der Body wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The request was about many objects, not one.</source>
        <translation>In der Anfrage ging es um viele Objekte, nicht um eines.</translation>
    </message>
    <message>
        <source>The request was not about a resource, so there is no object.</source>
        <translation>In der Anfrage ging es nicht um eine Ressource, also gibt es kein Objekt.</translation>
    </message>
    <message>
        <source>The resource belongs to the core group.</source>
        <translation>Die Ressource gehört zur Core-Gruppe.</translation>
    </message>
    <message>
        <source>The object belongs to the whole cluster, or the request was for all namespaces.</source>
        <translation>Das Objekt gehört zum ganzen Cluster, oder die Anfrage galt allen Namespaces.</translation>
    </message>
    <message>
        <source>Nobody was authenticated.</source>
        <translation>Niemand wurde authentifiziert.</translation>
    </message>
    <message>
        <source>The user did not act as somebody else.</source>
        <translation>Der Benutzer ist nicht als jemand anderes aufgetreten.</translation>
    </message>
    <message>
        <source>The client sent no body.</source>
        <translation>Der Client hat keinen Body gesendet.</translation>
    </message>
    <message>
        <source>The event was too large, so the API server dropped both bodies.</source>
        <translation>Das Ereignis war zu groß, daher hat der API-Server beide Bodys verworfen.</translation>
    </message>
    <message>
        <source>The event was cut off in the log: what is missing may have been there.</source>
        <translation>Das Ereignis ist im Log abgeschnitten: Was fehlt, kann dort gestanden haben.</translation>
    </message>
    <message>
        <source>Part of this event was worked out from an export that does not hold it.</source>
        <translation>Ein Teil dieses Ereignisses wurde aus einem Export erschlossen, der ihn nicht enthält.</translation>
    </message>
    <message>
        <source>The event was cut off; %1 may have stood in the lost part.</source>
        <translation>Das Ereignis ist abgeschnitten; %1 kann im verlorenen Teil gestanden haben.</translation>
    </message>
    <message>
        <source>The event was too large, so the API server dropped its bodies.</source>
        <translation>Das Ereignis war zu groß, daher hat der API-Server seine Bodys verworfen.</translation>
    </message>
    <message>
        <source>The export that this event came in does not carry %1.</source>
        <translation>Der Export, aus dem dieses Ereignis stammt, enthält %1 nicht.</translation>
    </message>
    <message>
        <source>%1 could have been recorded here, but was not sent or does not apply.</source>
        <translation>%1 hätte hier aufgezeichnet werden können, wurde aber nicht gesendet oder trifft nicht zu.</translation>
    </message>
    <message>
        <source>Kept: who, what, when, and from where.</source>
        <translation>Erhalten: wer, was, wann und von wo.</translation>
    </message>
</context>
<context>
    <name>Lookalike</name>
    <message>
        <source>These are Kubernetes Events (kubectl get events), which the cluster keeps for an hour. The audit log is the file that kube-apiserver&apos;s --audit-log-path names.</source>
        <translation>Das sind Kubernetes-Events (kubectl get events), die der Cluster eine Stunde lang behält. Das Audit-Log ist die Datei, die --audit-log-path von kube-apiserver nennt.</translation>
    </message>
    <message>
        <source>These are admission webhook requests. The audit log is the file that kube-apiserver&apos;s --audit-log-path names, or what its audit webhook received.</source>
        <translation>Das sind Anfragen an einen Admission-Webhook. Das Audit-Log ist die Datei, die --audit-log-path von kube-apiserver nennt, oder das, was der Audit-Webhook empfangen hat.</translation>
    </message>
    <message>
        <source>This is a Kubernetes component&apos;s own log (klog). The audit log is the file that kube-apiserver&apos;s --audit-log-path names.</source>
        <translation>Das ist das eigene Log einer Kubernetes-Komponente (klog). Das Audit-Log ist die Datei, die --audit-log-path von kube-apiserver nennt.</translation>
    </message>
    <message>
        <source>This is the operating system&apos;s audit log (auditd) of one machine. The Kubernetes audit log is the file that kube-apiserver&apos;s --audit-log-path names.</source>
        <translation>Das ist das Audit-Log des Betriebssystems (auditd) eines einzelnen Rechners. Das Kubernetes-Audit-Log ist die Datei, die --audit-log-path von kube-apiserver nennt.</translation>
    </message>
    <message>
        <source>These are audit lines in the old text format, or the API server&apos;s own log of events that it could not deliver. A file of them is read when it is opened itself, or with “auditloupe import --format legacy-text”.</source>
        <translation>Das sind Audit-Zeilen im alten Textformat oder das eigene Log des API-Servers über Ereignisse, die er nicht abliefern konnte. Eine Datei davon wird gelesen, wenn sie selbst geöffnet wird, oder mit „auditloupe import --format legacy-text“.</translation>
    </message>
    <message>
        <source>This is the log of EKS&apos;s authenticator. The audit log is in the log streams whose names begin with kube-apiserver-audit.</source>
        <translation>Das ist das Log des Authenticators von EKS. Das Audit-Log steht in den Log-Streams, deren Namen mit kube-apiserver-audit beginnen.</translation>
    </message>
    <message>
        <source>CloudWatch Logs wrote this when it tried whether it may export. The logs are in the folders beside it.</source>
        <translation>Das hat CloudWatch Logs geschrieben, als es probierte, ob es exportieren darf. Die Logs stehen in den Ordnern daneben.</translation>
    </message>
    <message>
        <source>This is a container&apos;s log as the node keeps it, and it holds no audit event that could be read. The audit log is the file that kube-apiserver&apos;s --audit-log-path names.</source>
        <translation>Das ist das Log eines Containers, wie der Node es ablegt, und es enthält kein lesbares Audit-Ereignis. Das Audit-Log ist die Datei, die --audit-log-path von kube-apiserver nennt.</translation>
    </message>
    <message>
        <source>This is a binary file, not a log.</source>
        <translation>Das ist eine Binärdatei, kein Log.</translation>
    </message>
    <message>
        <source>No audit event was found in it.</source>
        <translation>Darin wurde kein Audit-Ereignis gefunden.</translation>
    </message>
    <message>
        <source>No member of this archive is an audit log.</source>
        <translation>Kein Mitglied dieses Archivs ist ein Audit-Log.</translation>
    </message>
    <message>
        <source>This is a list of audit log files, not events: a must-gather has one beside the logs that it names.</source>
        <translation>Das ist eine Liste von Audit-Log-Dateien, keine Events: Ein must-gather hat sie neben den Logs, die sie nennt.</translation>
    </message>
    <message>
        <source>This is the log of another component of EKS&apos;s control plane. The audit log is in the log streams whose names begin with kube-apiserver-audit.</source>
        <translation>Dies ist das Log einer anderen Komponente der Control Plane von EKS. Das Audit-Log steht in den Log-Streams, deren Namen mit kube-apiserver-audit beginnen.</translation>
    </message>
    <message>
        <source>The file is empty. A kube-apiserver&apos;s audit log stays so where it has --audit-log-path but no --audit-policy-file.</source>
        <translation>Die Datei ist leer. Das Audit-Log eines kube-apiserver bleibt es, wenn er --audit-log-path hat, aber kein --audit-policy-file.</translation>
    </message>
</context>
<context>
    <name>Masking</name>
    <message>
        <source>‹masked %1 bytes›</source>
        <translation>‹%1 Bytes verdeckt›</translation>
    </message>
</context>
<context>
    <name>NameCluster</name>
    <message>
        <source>The export itself names the cluster of these events.</source>
        <translation>Der Export selbst nennt den Cluster dieser Events.</translation>
    </message>
    <message>
        <source>Events of this source stand in %1 too, which comes from the cluster “%2”. One event cannot come from two clusters.</source>
        <translation>Events dieser Quelle stehen auch in %1, die aus dem Cluster „%2“ stammt. Ein Event kann nicht aus zwei Clustern stammen.</translation>
    </message>
</context>
<context>
    <name>OpenPlan</name>
    <message>
        <source>Only one case can be open at a time.</source>
        <translation>Es kann nur ein Fall zugleich geöffnet sein.</translation>
    </message>
    <message>
        <source>A case and logs cannot be opened together. Open the case, then import the logs into it.</source>
        <translation>Ein Fall und Logs können nicht zusammen geöffnet werden. Erst den Fall öffnen, dann die Logs in ihn importieren.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>authorization</source>
        <translation>Autorisierung</translation>
    </message>
    <message>
        <source>admission</source>
        <translation>Admission</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>verbinden</translation>
    </message>
    <message>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>The case cannot be read.</source>
        <translation>Der Fall kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 (whole collections)</source>
        <translation>%1 (ganze Collections)</translation>
    </message>
    <message>
        <source>unknown cluster</source>
        <translation>unbekannter Cluster</translation>
    </message>
    <message>
        <source>unknown node</source>
        <translation>unbekannter Node</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>YAML is not indented with tabs: use blanks instead.</source>
        <translation>YAML wird nicht mit Tabulatoren eingerückt, nur mit Leerzeichen.</translation>
    </message>
    <message>
        <source>There are no-break spaces in the text: use ordinary blanks instead.</source>
        <translation>Der Text enthält geschützte Leerzeichen; nötig sind gewöhnliche.</translation>
    </message>
    <message>
        <source>What follows is ignored: the API server reads only the first document of a file.</source>
        <translation>Was folgt, bleibt unbeachtet: Der API-Server liest nur das erste Dokument einer Datei.</translation>
    </message>
    <message>
        <source>Kubernetes has not read this version since 1.24. The policy can be converted to audit.k8s.io/v1.</source>
        <translation>Kubernetes liest diese Version seit 1.24 nicht mehr. Die Policy kann in audit.k8s.io/v1 umgewandelt werden.</translation>
    </message>
    <message>
        <source>The line “apiVersion: audit.k8s.io/v1” is missing.</source>
        <translation>Die Zeile „apiVersion: audit.k8s.io/v1“ fehlt.</translation>
    </message>
    <message>
        <source>The text cannot be read, so that nothing can be converted.</source>
        <translation>Der Text ist nicht lesbar, deshalb lässt sich nichts umwandeln.</translation>
    </message>
    <message>
        <source>Only policies of audit.k8s.io/v1beta1 and audit.k8s.io/v1alpha1 are converted.</source>
        <translation>Nur Policys von audit.k8s.io/v1beta1 und audit.k8s.io/v1alpha1 werden umgewandelt.</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Events have lists in several of these fields: together they make more than %L1 groups. Count by fewer fields.</source>
        <translation>Ereignisse haben in mehreren dieser Felder Listen: Zusammen ergeben sie mehr als %L1 Gruppen. Nach weniger Feldern zählen.</translation>
    </message>
</context>
<context>
    <name>RejectedJobs</name>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Die Datei kann nicht geschrieben werden: %1.</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>This case is read-only: no filter can be saved in it, nor removed. A copy of the case (“Save case as…”) can be changed, and your settings always can.</source>
        <translation>Dieser Fall ist schreibgeschützt: Kein Filter kann darin gespeichert oder daraus entfernt werden. Eine Kopie des Falls („Fall speichern unter…“) lässt sich ändern, die eigenen Einstellungen immer.</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>This file is no Auditloupe case.</source>
        <translation>Diese Datei ist kein Auditloupe-Fall.</translation>
    </message>
    <message>
        <source>This case was made by a newer version of Auditloupe. Open it with that version.</source>
        <translation>Dieser Fall wurde mit einer neueren Version von Auditloupe erstellt. Er lässt sich nur mit dieser öffnen.</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>%1 in %2 (name not recorded)</source>
        <translation>%1 in %2 (Name nicht aufgezeichnet)</translation>
    </message>
    <message>
        <source>%1 (name not recorded)</source>
        <translation>%1 (Name nicht aufgezeichnet)</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in all namespaces</source>
        <translation>%1 in allen Namespaces</translation>
    </message>
    <message>
        <source>%1 %2 created %3%4</source>
        <translation>%1 hat %2 %3 angelegt%4</translation>
    </message>
    <message>
        <source>create %1</source>
        <translation>%1 anzulegen</translation>
    </message>
    <message>
        <source>%1 %2 updated %3%4</source>
        <translation>%1 hat %2 %3 aktualisiert%4</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>%1 zu aktualisieren</translation>
    </message>
    <message>
        <source>%1 %2 patched %3%4</source>
        <translation>%1 hat %2 %3 gepatcht%4</translation>
    </message>
    <message>
        <source>patch %1</source>
        <translation>%1 zu patchen</translation>
    </message>
    <message>
        <source>%1 %2 deleted %3%4</source>
        <translation>%1 hat %2 %3 gelöscht%4</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 zu löschen</translation>
    </message>
    <message>
        <source>%1 %2 deleted all matching %3%4</source>
        <translation>%1 hat %2 alle passenden %3 gelöscht%4</translation>
    </message>
    <message>
        <source>delete all matching %1</source>
        <translation>alle passenden %1 zu löschen</translation>
    </message>
    <message>
        <source>%1 %2 read %3%4</source>
        <translation>%1 hat %2 %3 gelesen%4</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>%1 zu lesen</translation>
    </message>
    <message>
        <source>%1 %2 listed %3%4</source>
        <translation>%1 hat %2 %3 aufgelistet%4</translation>
    </message>
    <message>
        <source>list %1</source>
        <translation>%1 aufzulisten</translation>
    </message>
    <message>
        <source>%1 %2 watched %3%4</source>
        <translation>%1 hat %2 %3 beobachtet%4</translation>
    </message>
    <message>
        <source>watch %1</source>
        <translation>%1 zu beobachten</translation>
    </message>
    <message>
        <source>%1 %2 ran `%5` in %3%4</source>
        <translation>%1 hat %2 in %3 `%5` ausgeführt%4</translation>
    </message>
    <message>
        <source>run `%2` in %1</source>
        <translation>in %1 `%2` auszuführen</translation>
    </message>
    <message>
        <source>%1 %2 opened a shell (`%5`) in %3%4</source>
        <translation>%1 hat %2 in %3 eine Shell (`%5`) geöffnet%4</translation>
    </message>
    <message>
        <source>open a shell (`%2`) in %1</source>
        <translation>in %1 eine Shell (`%2`) zu öffnen</translation>
    </message>
    <message>
        <source>%1 %2 ran a command in %3%4</source>
        <translation>%1 hat %2 in %3 einen Befehl ausgeführt%4</translation>
    </message>
    <message>
        <source>run a command in %1</source>
        <translation>in %1 einen Befehl auszuführen</translation>
    </message>
    <message>
        <source>%1 %2 attached to %3%4</source>
        <translation>%1 hat sich %2 an %3 angehängt%4</translation>
    </message>
    <message>
        <source>attach to %1</source>
        <translation>sich an %1 anzuhängen</translation>
    </message>
    <message>
        <source>%1 %2 forwarded ports to %3%4</source>
        <translation>%1 hat %2 Ports an %3 weitergeleitet%4</translation>
    </message>
    <message>
        <source>forward ports to %1</source>
        <translation>Ports an %1 weiterzuleiten</translation>
    </message>
    <message>
        <source>%1 %2 reached through the API server into %3%4</source>
        <translation>%1 hat %2 durch den API-Server hindurch auf %3 zugegriffen%4</translation>
    </message>
    <message>
        <source>reach through the API server into %1</source>
        <translation>durch den API-Server hindurch auf %1 zuzugreifen</translation>
    </message>
    <message>
        <source>%1 %2 read the logs of %3%4</source>
        <translation>%1 hat %2 die Logs von %3 gelesen%4</translation>
    </message>
    <message>
        <source>read the logs of %1</source>
        <translation>die Logs von %1 zu lesen</translation>
    </message>
    <message>
        <source>%1 %2 evicted %3%4</source>
        <translation>%1 hat %2 %3 per Eviction entfernt%4</translation>
    </message>
    <message>
        <source>evict %1</source>
        <translation>%1 per Eviction zu entfernen</translation>
    </message>
    <message>
        <source>%1 %2 scaled %3%4</source>
        <translation>%1 hat %2 %3 skaliert%4</translation>
    </message>
    <message>
        <source>scale %1</source>
        <translation>%1 zu skalieren</translation>
    </message>
    <message>
        <source>%1 %2 bound %3 to a node%4</source>
        <translation>%1 hat %2 %3 an einen Node gebunden%4</translation>
    </message>
    <message>
        <source>bind %1 to a node</source>
        <translation>%1 an einen Node zu binden</translation>
    </message>
    <message>
        <source>%1 %2 put a debugging container into %3%4</source>
        <translation>%1 hat %2 einen Debug-Container in %3 eingesetzt%4</translation>
    </message>
    <message>
        <source>put a debugging container into %1</source>
        <translation>einen Debug-Container in %1 einzusetzen</translation>
    </message>
    <message>
        <source>%1 %2 approved or denied %3%4</source>
        <translation>%1 hat %2 %3 genehmigt oder abgelehnt%4</translation>
    </message>
    <message>
        <source>approve or deny %1</source>
        <translation>%1 zu genehmigen oder abzulehnen</translation>
    </message>
    <message>
        <source>%1 %2 requested a token for %3%4</source>
        <translation>%1 hat %2 ein Token für %3 angefordert%4</translation>
    </message>
    <message>
        <source>get a token for %1</source>
        <translation>ein Token für %1 zu erhalten</translation>
    </message>
    <message>
        <source>%1 %2 asked whether they may do something%4</source>
        <translation>%1 hat %2 nach einer eigenen Berechtigung gefragt%4</translation>
    </message>
    <message>
        <source>learn whether they may do something</source>
        <translation>eine eigene Berechtigung zu erfragen</translation>
    </message>
    <message>
        <source>%1 %2 asked what they may do%4</source>
        <translation>%1 hat %2 nach allen eigenen Berechtigungen gefragt%4</translation>
    </message>
    <message>
        <source>learn what they may do</source>
        <translation>alle eigenen Berechtigungen zu erfragen</translation>
    </message>
    <message>
        <source>%1 %2 asked as whom the API server knows them%4</source>
        <translation>%1 hat %2 nach der eigenen Identität beim API-Server gefragt%4</translation>
    </message>
    <message>
        <source>learn as whom the API server knows them</source>
        <translation>die eigene Identität beim API-Server zu erfragen</translation>
    </message>
    <message>
        <source>%1 %2 asked whether somebody may do something%4</source>
        <translation>%1 hat %2 nach der Berechtigung eines Benutzers gefragt%4</translation>
    </message>
    <message>
        <source>learn whether somebody may do something</source>
        <translation>die Berechtigung eines Benutzers zu erfragen</translation>
    </message>
    <message>
        <source>%1 %2 asked whose token they hold%4</source>
        <translation>%1 hat %2 nach dem Inhaber eines vorliegenden Tokens gefragt%4</translation>
    </message>
    <message>
        <source>learn whose token they hold</source>
        <translation>den Inhaber eines vorliegenden Tokens zu erfragen</translation>
    </message>
    <message>
        <source>%1 %2 called %3%4</source>
        <translation>%1 hat %2 %3 aufgerufen%4</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>%1 aufzurufen</translation>
    </message>
    <message>
        <source>%1 %2 made a request for %3%4</source>
        <translation>%1 hat %2 eine Anfrage zu %3 gestellt%4</translation>
    </message>
    <message>
        <source>do something to %1</source>
        <translation>etwas mit %1 zu tun</translation>
    </message>
    <message>
        <source>%1 %2 used the verb %5 on %3%4</source>
        <translation>%1 hat %2 das Verb %5 auf %3 angewendet%4</translation>
    </message>
    <message>
        <source>use the verb %2 on %1</source>
        <translation>das Verb %2 auf %1 anzuwenden</translation>
    </message>
    <message>
        <source>container %1 of %2</source>
        <translation>Container %1 von %2</translation>
    </message>
    <message>
        <source>the status of %1</source>
        <translation>Status von %1</translation>
    </message>
    <message>
        <source>subresource %1 of %2</source>
        <translation>Subresource %1 von %2</translation>
    </message>
    <message>
        <source>At an unknown time</source>
        <translation>Zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Um %1</translation>
    </message>
    <message>
        <source>%1 (said to forward for %2)</source>
        <translation>%1 (angeblich weiterleitend für %2)</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>somebody at %1</source>
        <translation>jemand von %1</translation>
    </message>
    <message>
        <source>%1, acting as %2,</source>
        <translation>%1, auftretend als %2,</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>– von %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>– mit %1</translation>
    </message>
    <message>
        <source>from %1 with %2</source>
        <translation>– von %1 mit %2</translation>
    </message>
    <message>
        <source>%1, allowed by %2 of %3 to group %4</source>
        <translation>%1, erlaubt durch %2 mit %3 für Gruppe %4</translation>
    </message>
    <message>
        <source>%1, allowed by %2 of %3</source>
        <translation>%1, erlaubt durch %2 mit %3</translation>
    </message>
    <message>
        <source>%1, allowed: %2</source>
        <translation>%1, erlaubt: %2</translation>
    </message>
    <message>
        <source>%1, allowed to system:masters without a check</source>
        <translation>%1, für system:masters ohne Prüfung erlaubt</translation>
    </message>
    <message>
        <source>%1, allowed</source>
        <translation>%1, erlaubt</translation>
    </message>
    <message>
        <source>refused by admission (403), although RBAC allowed it</source>
        <translation>von der Admission abgelehnt (403), obwohl RBAC es erlaubt hat</translation>
    </message>
    <message>
        <source>refused by admission (403), although it was authorized</source>
        <translation>von der Admission abgelehnt (403), obwohl es autorisiert war</translation>
    </message>
    <message>
        <source>forbidden (403), no role allows it</source>
        <translation>verboten (403), keine Rolle erlaubt es</translation>
    </message>
    <message>
        <source>forbidden (403): %1</source>
        <translation>verboten (403): %1</translation>
    </message>
    <message>
        <source>forbidden (403) before authorization, as happens to those who may not act as somebody else</source>
        <translation>verboten (403) noch vor der Autorisierung, wie es geschieht, wenn jemand nicht als jemand anderes auftreten darf</translation>
    </message>
    <message>
        <source>forbidden (403)</source>
        <translation>verboten (403)</translation>
    </message>
    <message>
        <source>conflict (409), as when it exists already</source>
        <translation>Konflikt (409), etwa weil es bereits existiert</translation>
    </message>
    <message>
        <source>conflict (409) with another change</source>
        <translation>Konflikt (409) mit einer anderen Änderung</translation>
    </message>
    <message>
        <source>malformed request (400)</source>
        <translation>fehlerhafte Anfrage (400)</translation>
    </message>
    <message>
        <source>not authenticated (401)</source>
        <translation>nicht authentifiziert (401)</translation>
    </message>
    <message>
        <source>not found (404)</source>
        <translation>nicht gefunden (404)</translation>
    </message>
    <message>
        <source>method not allowed (405)</source>
        <translation>Methode nicht erlaubt (405)</translation>
    </message>
    <message>
        <source>no acceptable form of answer (406)</source>
        <translation>kein annehmbares Antwortformat (406)</translation>
    </message>
    <message>
        <source>gone (410), the version asked for is too old</source>
        <translation>nicht mehr vorhanden (410), die verlangte Version ist zu alt</translation>
    </message>
    <message>
        <source>request too large (413)</source>
        <translation>Anfrage zu groß (413)</translation>
    </message>
    <message>
        <source>form of body not supported (415)</source>
        <translation>Format des Bodys nicht unterstützt (415)</translation>
    </message>
    <message>
        <source>internal error (500)</source>
        <translation>interner Fehler (500)</translation>
    </message>
    <message>
        <source>service unavailable (503)</source>
        <translation>Dienst nicht verfügbar (503)</translation>
    </message>
    <message>
        <source>timed out (504)</source>
        <translation>Zeitüberschreitung (504)</translation>
    </message>
    <message>
        <source>refused by an admission policy (422)</source>
        <translation>von einer Admission-Policy abgelehnt (422)</translation>
    </message>
    <message>
        <source>invalid object (422)</source>
        <translation>ungültiges Objekt (422)</translation>
    </message>
    <message>
        <source>refused for now by a disruption budget (429)</source>
        <translation>vorerst von einem Disruption Budget abgelehnt (429)</translation>
    </message>
    <message>
        <source>too many requests (429)</source>
        <translation>zu viele Anfragen (429)</translation>
    </message>
    <message>
        <source>server error (%1)</source>
        <translation>Serverfehler (%1)</translation>
    </message>
    <message>
        <source>refused (%1)</source>
        <translation>abgelehnt (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2 tried to %3%4, and the API server&apos;s handler crashed</source>
        <translation>%1 hat %2 versucht, %3%4; dabei ist der Handler des API-Servers abgestürzt</translation>
    </message>
    <message>
        <source>%1 %2 asked to %3%4; this event was written before the answer</source>
        <translation>%1 hat %2 verlangt, %3%4; dieses Ereignis wurde vor der Antwort geschrieben</translation>
    </message>
    <message>
        <source>%1 %2 asked to %3%4; how it ended was not recorded</source>
        <translation>%1 hat %2 verlangt, %3%4; wie es ausging, wurde nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 %2 failed to authenticate (401)%4; the request was to %3</source>
        <translation>%1 konnte sich %2 nicht authentifizieren (401)%4; verlangt war, %3</translation>
    </message>
    <message>
        <source>%1 %2 tried to %3%4</source>
        <translation>%1 hat %2 versucht, %3%4</translation>
    </message>
    <message>
        <source>%1 %2 started to %3%4</source>
        <translation>%1 hat %2 begonnen, %3%4</translation>
    </message>
    <message>
        <source>%1; a dry run, which changes nothing</source>
        <translation>%1; ein Dry Run, der nichts ändert</translation>
    </message>
    <message>
        <source>%1; the rest of this event was cut off</source>
        <translation>%1; der Rest dieses Ereignisses ist abgeschnitten</translation>
    </message>
    <message>
        <source>From %1 to %2 (%3)</source>
        <translation>Von %1 bis %2 (%3)</translation>
    </message>
</context>
<context>
    <name>SortOrder</name>
    <message>
        <source>“%1” is nothing to sort by. It can be %2.</source>
        <translation>Nach „%1“ kann nicht sortiert werden. Möglich sind %2.</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>„%1“ steht doppelt da.</translation>
    </message>
    <message>
        <source>Sorting takes at most %1 fields.</source>
        <translation>Sortiert wird nach höchstens %1 Feldern.</translation>
    </message>
</context>
<context>
    <name>SqlConsole</name>
    <message>
        <source>Only SELECT is allowed here: a case is evidence, and other files are none of its business.</source>
        <translation>Hier ist nur SELECT erlaubt: Ein Fall ist Beweismaterial, und andere Dateien gehen ihn nichts an.</translation>
    </message>
    <message>
        <source>There is nothing to run.</source>
        <translation>Es gibt nichts auszuführen.</translation>
    </message>
    <message>
        <source>Only one statement can be run at a time.</source>
        <translation>Es kann immer nur eine Anweisung ausgeführt werden.</translation>
    </message>
    <message>
        <source>The statement took longer than %1 s and was stopped.</source>
        <translation>Die Anweisung dauerte länger als %1 s und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>SqlViews</name>
    <message>
        <source>How many requests.</source>
        <translation>Wie viele Anfragen.</translation>
    </message>
    <message>
        <source>How many of them write.</source>
        <translation>Wie viele davon schreiben.</translation>
    </message>
    <message>
        <source>How many of them were denied.</source>
        <translation>Wie viele davon verweigert wurden.</translation>
    </message>
    <message>
        <source>Time of the first one.</source>
        <translation>Zeit der ersten.</translation>
    </message>
    <message>
        <source>Time of the last one.</source>
        <translation>Zeit der letzten.</translation>
    </message>
    <message>
        <source>In seconds.</source>
        <translation>In Sekunden.</translation>
    </message>
    <message>
        <source>The event&apos;s number in the case.</source>
        <translation>Die Nummer des Ereignisses im Fall.</translation>
    </message>
    <message>
        <source>One row an event, as the event table has it.</source>
        <translation>Eine Zeile je Ereignis, wie in der Ereignistabelle.</translation>
    </message>
    <message>
        <source>One row a user, from all requests.</source>
        <translation>Eine Zeile je Benutzer, aus allen Anfragen.</translation>
    </message>
    <message>
        <source>One row an object, or a kind of objects, that requests were about.</source>
        <translation>Eine Zeile je Objekt oder Art von Objekten, um die es in Anfragen ging.</translation>
    </message>
    <message>
        <source>One row a request: its most complete stage, at the time of its receipt.</source>
        <translation>Eine Zeile je Anfrage: ihre vollständigste Stufe, zur Zeit ihres Eingangs.</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The case is being read: a query on it has not ended yet. Try again when it has.</source>
        <translation>Der Fall wird gerade gelesen: Eine Abfrage ist noch nicht beendet. Danach noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk is full. What was written before is kept.</source>
        <translation>Der Datenträger ist voll. Was vorher geschrieben wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The case cannot be written: it or its folder is read-only.</source>
        <translation>Der Fall kann nicht geschrieben werden: Er oder sein Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The case cannot be opened: the file or its folder is missing or may not be read.</source>
        <translation>Der Fall kann nicht geöffnet werden: Die Datei oder ihr Ordner fehlt oder darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This file is no Auditloupe case.</source>
        <translation>Diese Datei ist kein Auditloupe-Fall.</translation>
    </message>
    <message>
        <source>The case is damaged. Import the logs again, or open a copy of the case.</source>
        <translation>Der Fall ist beschädigt. Die Logs neu importieren oder eine Kopie des Falls öffnen.</translation>
    </message>
    <message>
        <source>Another program is writing to the case. Try again when it has finished.</source>
        <translation>Ein anderes Programm schreibt in den Fall. Erneut versuchen, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>The case could not be read or written.</source>
        <translation>Der Fall konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>TemporaryCase</name>
    <message>
        <source>The folder for a temporary case cannot be made.</source>
        <translation>Der Ordner für einen temporären Fall kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>auditloupe::CaseController</name>
    <message>
        <source>Open audit logs or a case</source>
        <translation>Audit-Logs oder Fall öffnen</translation>
    </message>
    <message>
        <source>Open a folder of audit logs</source>
        <translation>Ordner mit Audit-Logs öffnen</translation>
    </message>
    <message>
        <source>Import more logs into this case</source>
        <translation>Weitere Logs in diesen Fall importieren</translation>
    </message>
    <message>
        <source>The open case is “%1”.</source>
        <translation>Der geöffnete Fall ist „%1“.</translation>
    </message>
    <message>
        <source>Add to this case</source>
        <translation>Zu diesem Fall hinzufügen</translation>
    </message>
    <message>
        <source>Open as a new case</source>
        <translation>Als neuen Fall öffnen</translation>
    </message>
    <message>
        <source>The sample incident is not installed with this program.</source>
        <translation>Der Beispielvorfall ist mit diesem Programm nicht installiert.</translation>
    </message>
    <message>
        <source>Logs are still being imported.</source>
        <translation>Es werden noch Logs importiert.</translation>
    </message>
    <message>
        <source>What is imported so far stays in the case; the rest can be imported later.</source>
        <translation>Das bisher Importierte bleibt im Fall; der Rest lässt sich später importieren.</translation>
    </message>
    <message>
        <source>Cancel the import and close</source>
        <translation>Import abbrechen und schließen</translation>
    </message>
    <message>
        <source>Keep this case?</source>
        <translation>Diesen Fall behalten?</translation>
    </message>
    <message>
        <source>It was made from the logs you opened and is not saved elsewhere. A kept case opens at once next time; it is as secret as the secrets in its logs.</source>
        <translation>Er wurde aus den geöffneten Logs angelegt und ist sonst nirgends gespeichert. Ein behaltener Fall öffnet sich beim nächsten Mal sofort; er ist so vertraulich wie die Geheimnisse in seinen Logs.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Do the same from now on</source>
        <translation>Künftig ebenso verfahren</translation>
    </message>
    <message>
        <source>Where shall the logs go?</source>
        <translation>Wohin mit den Logs?</translation>
    </message>
    <message>
        <source>sample incident</source>
        <comment>name of a file</comment>
        <translation>Beispielvorfall</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Neuer Fall</translation>
    </message>
    <message>
        <source>%1 exists already. Choose a new name for the case.</source>
        <translation>%1 gibt es schon. Der Fall braucht einen neuen Namen.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Format told from the content (*)</source>
        <translation>Format aus dem Inhalt bestimmen (*)</translation>
    </message>
</context>
<context>
    <name>auditloupe::CaseSaving</name>
    <message>
        <source>Cases (*.%1)</source>
        <translation>Fälle (*.%1)</translation>
    </message>
    <message>
        <source>Save case as</source>
        <translation>Fall speichern unter</translation>
    </message>
    <message>
        <source>The case is being saved as %1.</source>
        <translation>Der Fall wird als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The case was not saved.</source>
        <translation>Der Fall wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The case is kept as %1.</source>
        <translation>Der Fall bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>The case was saved as %1.</source>
        <translation>Der Fall wurde als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>auditloupe::ColumnHeader</name>
    <message>
        <source>%1, sorted, descending</source>
        <translation>%1, sortiert, absteigend</translation>
    </message>
    <message>
        <source>%1, sorted, ascending</source>
        <translation>%1, sortiert, aufsteigend</translation>
    </message>
    <message>
        <source>%1, sorted as number %2, descending</source>
        <translation>%1, sortiert als Nummer %2, absteigend</translation>
    </message>
    <message>
        <source>%1, sorted as number %2, ascending</source>
        <translation>%1, sortiert als Nummer %2, aufsteigend</translation>
    </message>
</context>
<context>
    <name>auditloupe::CountSection</name>
    <message>
        <source>Show %1 more</source>
        <translation>%1 weitere anzeigen</translation>
    </message>
</context>
<context>
    <name>auditloupe::DetailsPanel</name>
    <message>
        <source>Select an event to see it whole.</source>
        <translation>Ereignis auswählen, um es vollständig zu sehen.</translation>
    </message>
    <message>
        <source>Reading the event…</source>
        <translation>Ereignis wird gelesen…</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>JSON</source>
        <comment>the tab with the event&apos;s text</comment>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>auditloupe::EmptyNote</name>
    <message>
        <source>Show without it</source>
        <translation>Ohne sie anzeigen</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>This case holds no events.</source>
        <translation>Dieser Fall enthält keine Ereignisse.</translation>
    </message>
    <message>
        <source>The rejected lines and the sources say what was found instead.</source>
        <translation>Die zurückgewiesenen Zeilen und die Quellen zeigen, was stattdessen gefunden wurde.</translation>
    </message>
    <message>
        <source>No event matches.</source>
        <translation>Kein Ereignis passt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>No request matches.</source>
        <translation>Keine Anfrage passt.</translation>
    </message>
    <message>
        <source>No part of the filter hides the rest alone.</source>
        <translation>Kein Teil des Filters verbirgt den Rest allein.</translation>
    </message>
    <message>
        <source>Holds nowhere in the whole case: %1</source>
        <translation>Trifft im ganzen Fall nirgends zu: %1</translation>
    </message>
    <message>
        <source>Without %1 there would be %2.</source>
        <translation>Ohne %1 wären es %2.</translation>
    </message>
    <message>
        <source>Without the time range there would be %1.</source>
        <translation>Ohne den Zeitraum wären es %1.</translation>
    </message>
    <message>
        <source>Show without the time range</source>
        <translation>Ohne den Zeitraum zeigen</translation>
    </message>
    <message>
        <source>Without the choice “People and workloads” there would be %1.</source>
        <translation>Ohne die Wahl „Menschen und Workloads“ wären es %1.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message numerus="yes">
        <source>The time range is covered: %Ln event(s) of the case are in it.</source>
        <translation>
            <numerusform>Der Zeitraum ist abgedeckt: %Ln Ereignis des Falls liegt darin.</numerusform>
            <numerusform>Der Zeitraum ist abgedeckt: %Ln Ereignisse des Falls liegen darin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing at all is recorded in the time range, though %n source(s) reach(es) over it: the cluster was silent, or this part of the log is missing.</source>
        <translation>
            <numerusform>Im Zeitraum ist gar nichts aufgezeichnet, obwohl %n Quelle darüber reicht: der Cluster war still, oder dieser Teil des Logs fehlt.</numerusform>
            <numerusform>Im Zeitraum ist gar nichts aufgezeichnet, obwohl %n Quellen darüber reichen: der Cluster war still, oder dieser Teil des Logs fehlt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No source covers the time range: the case goes from %1 to %2.</source>
        <translation>Keine Quelle deckt den Zeitraum ab: der Fall reicht von %1 bis %2.</translation>
    </message>
    <message>
        <source>What was recorded tells it of every event; what the audit policy leaves out altogether leaves no trace.</source>
        <translation>Was aufgezeichnet wurde, sagt es von jedem Ereignis; was die Audit-Policy ganz weglässt, hinterlässt keine Spur.</translation>
    </message>
</context>
<context>
    <name>auditloupe::EventColumns</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>auditloupe::EventHeader</name>
    <message>
        <source>Salvaged</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <source>Partly inferred</source>
        <translation>Teils erschlossen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What this level kept and left out</source>
        <translation>Was dieses Level aufzeichnet und was nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials are masked.</source>
        <translation>
            <numerusform>%n Eintrag mit Zugangsdaten ist verdeckt.</numerusform>
            <numerusform>%n Einträge mit Zugangsdaten sind verdeckt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credentials are shown.</source>
        <translation>
            <numerusform>%n Eintrag mit Zugangsdaten ist sichtbar.</numerusform>
            <numerusform>%n Einträge mit Zugangsdaten sind sichtbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reveal for this session</source>
        <translation>Für diese Sitzung aufdecken</translation>
    </message>
    <message>
        <source>Mask again</source>
        <translation>Wieder verdecken</translation>
    </message>
</context>
<context>
    <name>auditloupe::EventPlaceView</name>
    <message>
        <source>Place of the event</source>
        <translation>Fundstelle des Ereignisses</translation>
    </message>
    <message>
        <source>auditID</source>
        <translation>auditID</translation>
    </message>
    <message>
        <source>Places of the copies</source>
        <translation>Fundstellen der Kopien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the auditID</source>
        <translation>auditID kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%1, byte %2, %Ln bytes long</source>
        <translation>
            <numerusform>%1, Byte %2, %Ln Byte lang</numerusform>
            <numerusform>%1, Byte %2, %Ln Bytes lang</numerusform>
        </translation>
    </message>
    <message>
        <source>No auditID</source>
        <translation>Keine auditID</translation>
    </message>
    <message>
        <source>auditID %1</source>
        <translation>auditID %1</translation>
    </message>
    <message numerus="yes">
        <source>Also seen in %Ln other places</source>
        <translation>
            <numerusform>Auch an %Ln weiteren Stelle gefunden</numerusform>
            <numerusform>Auch an %Ln weiteren Stellen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not all the same</source>
        <translation>%1, nicht alle gleich</translation>
    </message>
    <message>
        <source>%1, byte %2: its recorded fields differ</source>
        <translation>%1, Byte %2: aufgezeichnete Felder weichen ab</translation>
    </message>
    <message>
        <source>%1, byte %2</source>
        <translation>%1, Byte %2</translation>
    </message>
    <message>
        <source>auditID copied.</source>
        <translation>auditID kopiert.</translation>
    </message>
    <message>
        <source>What the export tells</source>
        <translation>Was der Export sagt</translation>
    </message>
    <message>
        <source>Exported as %1</source>
        <translation>Exportiert als %1</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the event comes from</source>
        <translation>Woher das Event stammt</translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>Node %1</translation>
    </message>
    <message>
        <source>API server %1</source>
        <translation>API-Server %1</translation>
    </message>
</context>
<context>
    <name>auditloupe::EventTableModel</name>
    <message>
        <source>%1 (as %2)</source>
        <comment>user and the user they act as</comment>
        <translation>%1 (als %2)</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <comment>column</comment>
        <translation>Level</translation>
    </message>
    <message>
        <source>Verb</source>
        <comment>column</comment>
        <translation>Verb</translation>
    </message>
    <message>
        <source>User</source>
        <comment>column</comment>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Resource</source>
        <comment>column</comment>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Namespace</source>
        <comment>column</comment>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column</comment>
        <translation>Code</translation>
    </message>
    <message>
        <source>Source IP</source>
        <comment>column</comment>
        <translation>Quell-IP</translation>
    </message>
    <message>
        <source>User agent</source>
        <comment>column</comment>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Stage</source>
        <comment>column</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Latency</source>
        <comment>column</comment>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Audit ID</source>
        <comment>column</comment>
        <translation>Audit-ID</translation>
    </message>
    <message>
        <source>Request URI</source>
        <comment>column</comment>
        <translation>Anfrage-URI</translation>
    </message>
    <message>
        <source>This event is cut off: what is missing is unknown.</source>
        <translation>Dieses Ereignis ist abgeschnitten: Was fehlt, ist unbekannt.</translation>
    </message>
    <message>
        <source>The API server left the bodies out because the event was too large.</source>
        <translation>Der API-Server hat die Bodys weggelassen, weil das Ereignis zu groß war.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>column</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Node</source>
        <comment>column</comment>
        <translation>Node</translation>
    </message>
    <message>
        <source>API server</source>
        <comment>column</comment>
        <translation>API-Server</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>column</comment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a session without an end in the log</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>End</source>
        <comment>column</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Duration</source>
        <comment>column</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Command</source>
        <comment>column</comment>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>auditloupe::EventTableView</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
</context>
<context>
    <name>auditloupe::EventsPage</name>
    <message>
        <source>Only the first %L1 rows were copied. The command line exports any number.</source>
        <translation>Nur die ersten %L1 Zeilen wurden kopiert. Die Kommandozeile exportiert beliebig viele.</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>auditloupe::EvidenceContent</name>
    <message>
        <source>accepted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>Events that became rows of the case.</source>
        <translation>Ereignisse, die zu Zeilen des Falls wurden.</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Further copies of events: their bytes and places are kept.</source>
        <translation>Weitere Kopien von Ereignissen: Ihre Bytes und Fundstellen bleiben erhalten.</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Duplicates whose recorded fields differ from the row&apos;s.</source>
        <translation>Kopien, deren aufgezeichnete Felder von denen der Zeile abweichen.</translation>
    </message>
    <message>
        <source>salvaged</source>
        <translation>gerettet</translation>
    </message>
    <message>
        <source>Events that were cut off: what came before the cut is kept.</source>
        <translation>Abgeschnittene Ereignisse: Was vor dem Schnitt stand, bleibt erhalten.</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>Records that should have been events and cannot be read.</source>
        <translation>Datensätze, die Ereignisse sein sollten und nicht lesbar sind.</translation>
    </message>
    <message>
        <source>Clocks and copies</source>
        <translation>Uhren und Kopien</translation>
    </message>
    <message>
        <source>What no page can tell</source>
        <translation>Was keine Seite sagen kann</translation>
    </message>
    <message>
        <source>What arrived</source>
        <translation>Was angekommen ist</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Zurückgewiesen: %1</translation>
    </message>
    <message>
        <source>No audit event: %1</source>
        <translation>Kein Audit-Ereignis: %1</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Es wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>Fields without a value in any event</source>
        <translation>Felder, die in keinem Ereignis einen Wert haben</translation>
    </message>
    <message>
        <source>The file now</source>
        <translation>Die Datei jetzt</translation>
    </message>
    <message>
        <source>Not compared yet. The file is read only when you ask for it; it may lie on another machine.</source>
        <translation>Noch nicht verglichen. Die Datei wird nur auf Wunsch gelesen; sie kann auf einer anderen Maschine liegen.</translation>
    </message>
    <message>
        <source>Compare with the file as it is now</source>
        <translation>Mit der Datei im jetzigen Zustand vergleichen</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Datei wird gelesen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Nothing was found in any source.</source>
        <translation>In keiner Quelle wurde etwas gefunden.</translation>
    </message>
    <message>
        <source>SHA-256 now: %1</source>
        <translation>SHA-256 jetzt: %1</translation>
    </message>
    <message numerus="yes">
        <source>What each of %Ln source(s) can and cannot prove stands on its own page.</source>
        <translation>
            <numerusform>Was die Quelle beweisen kann und was nicht, steht auf ihrer eigenen Seite.</numerusform>
            <numerusform>Was jede der %Ln Quellen beweisen kann und was nicht, steht auf ihrer eigenen Seite.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::EvidencePage</name>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies what is said of the selected source, or of all of them.</source>
        <translation>Kopiert, was über die ausgewählte Quelle oder über alle gesagt wird.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Es ist kein Fall geöffnet.</translation>
    </message>
    <message>
        <source>An import is running. What arrived can be told when it has ended.</source>
        <translation>Ein Import läuft. Was angekommen ist, lässt sich erst danach sagen.</translation>
    </message>
    <message>
        <source>Looking at every event…</source>
        <translation>Alle Ereignisse werden untersucht…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled: nothing can be told about the sources.</source>
        <translation>Abgebrochen: Über die Quellen lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The sources cannot be judged. %1</source>
        <translation>Die Quellen können nicht beurteilt werden. %1</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>Es wurde noch nichts importiert.</translation>
    </message>
</context>
<context>
    <name>auditloupe::EvidenceTableModel</name>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Unlike</source>
        <translation>Abweichend</translation>
    </message>
</context>
<context>
    <name>auditloupe::FacetDelegate</name>
    <message>
        <source>only</source>
        <comment>this value alone</comment>
        <translation>nur</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>Suchen in %1</translation>
    </message>
</context>
<context>
    <name>auditloupe::FacetTreeModel</name>
    <message>
        <source>%1: %2</source>
        <comment>value, count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, included</source>
        <translation>%1, eingeschlossen</translation>
    </message>
    <message>
        <source>%1, left out</source>
        <translation>%1, ausgeschlossen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No values</source>
        <translation>Keine Werte</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further value(s): search for them</source>
        <translation>
            <numerusform>%Ln weiterer Wert: danach suchen</numerusform>
            <numerusform>%Ln weitere Werte: danach suchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many different values to count all of them</source>
        <translation>Zu viele verschiedene Werte, um alle zu zählen</translation>
    </message>
    <message>
        <source>not there</source>
        <comment>a field</comment>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>a cluster or node</comment>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not recorded</source>
        <comment>a field</comment>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>a text</comment>
        <translation>leer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>Verb</translation>
    </message>
    <message>
        <source>Kind of user</source>
        <translation>Art des Benutzers</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status code</source>
        <translation>Statuscode</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Source IP</source>
        <translation>Quell-IP</translation>
    </message>
    <message>
        <source>Client program</source>
        <translation>Client-Programm</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Source file</source>
        <translation>Quelldatei</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
</context>
<context>
    <name>auditloupe::FacetView</name>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>Suchen in %1</translation>
    </message>
    <message>
        <source>The text holds a credential; it can be chosen while credentials are shown.</source>
        <translation>Der Text enthält Zugangsdaten; er lässt sich wählen, solange Zugangsdaten gezeigt werden.</translation>
    </message>
    <message>
        <source>Click: include
Alt+click: leave out
Shift+click: only this
Middle click: in a new tab</source>
        <translation>Klick: einschließen
Alt+Klick: ausschließen
Umschalt+Klick: nur dies
Mittelklick: in neuem Tab</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Einschließen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>Nur dies</translation>
    </message>
    <message>
        <source>Do not choose</source>
        <translation>Nicht wählen</translation>
    </message>
    <message>
        <source>Open in a new tab</source>
        <translation>In neuem Tab öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Drop all choices in %1</source>
        <translation>Alle Wahl in %1 aufheben</translation>
    </message>
</context>
<context>
    <name>auditloupe::FieldListModel</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>auditloupe::FieldsView</name>
    <message>
        <source>Fields of the event</source>
        <translation>Felder des Ereignisses</translation>
    </message>
    <message>
        <source>Point at a field, or go to it with the arrow keys, to read what it means.</source>
        <translation>Auf ein Feld zeigen oder es mit den Pfeiltasten ansteuern, um seine Bedeutung zu lesen.</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1: not in the catalogue of Kubernetes audit fields, or part of a body.</source>
        <translation>%1: nicht im Katalog der Kubernetes-Audit-Felder oder Teil eines Bodys.</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Value copied.</source>
        <translation>Wert kopiert.</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
</context>
<context>
    <name>auditloupe::FilterBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>from</source>
        <comment>time range</comment>
        <translation>von</translation>
    </message>
    <message>
        <source>Show events from this time on.</source>
        <translation>Ereignisse ab diesem Zeitpunkt anzeigen.</translation>
    </message>
    <message>
        <source>until</source>
        <comment>time range</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>Show events before this time.</source>
        <translation>Ereignisse vor diesem Zeitpunkt anzeigen.</translation>
    </message>
    <message>
        <source>Filter, for example: verb=delete and ns=production</source>
        <translation>Filter, zum Beispiel: verb=delete and ns=production</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Switch between UTC and local time.</source>
        <translation>Zwischen UTC und Ortszeit umschalten.</translation>
    </message>
    <message>
        <source>Written as 2026-11-20 or 2026-11-20 16:13:25, in the time zone shown beside, or with Z or an offset behind it.</source>
        <translation>Schreibweise 2026-11-20 oder 2026-11-20 16:13:25, in der daneben angezeigten Zeitzone oder mit angehängtem Z oder Offset.</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
    <message>
        <source>“%1” is no time. Write it like 2026-11-20 16:13.</source>
        <translation>„%1“ ist kein Zeitpunkt. Schreibweise: 2026-11-20 16:13.</translation>
    </message>
    <message>
        <source>The time range is empty: its end is not after its beginning.</source>
        <translation>Der Zeitbereich ist leer: Sein Ende liegt nicht nach seinem Anfang.</translation>
    </message>
</context>
<context>
    <name>auditloupe::FilterLine</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>both hold</source>
        <translation>beides trifft zu</translation>
    </message>
    <message>
        <source>one of the two holds</source>
        <translation>eines von beiden trifft zu</translation>
    </message>
    <message>
        <source>the opposite of what follows</source>
        <translation>das Gegenteil des Folgenden</translation>
    </message>
</context>
<context>
    <name>auditloupe::FindingView</name>
    <message>
        <source>Show their bytes</source>
        <translation>Ihre Bytes anzeigen</translation>
    </message>
    <message>
        <source>Show the events around it</source>
        <translation>Ereignisse davor und danach anzeigen</translation>
    </message>
    <message>
        <source>Show in the events</source>
        <translation>In den Ereignissen anzeigen</translation>
    </message>
    <message>
        <source>And further ones: %1</source>
        <translation>Und weitere: %1</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>%Ln weiteres zeigen</numerusform>
            <numerusform>%Ln weitere zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::FormatDialog</name>
    <message>
        <source>Read as</source>
        <translation>Lesen als</translation>
    </message>
    <message>
        <source>What is the format of %1?</source>
        <translation>Welches Format hat %1?</translation>
    </message>
    <message>
        <source>Every record of it is then taken to be wrapped so, whatever it looks like. What is inside of the wrapper is told from its content, as always. Events that the case has already are merged.</source>
        <translation>Jeder Eintrag gilt dann als so verpackt, wie auch immer er aussieht. Was in der Verpackung steckt, zeigt wie immer sein Inhalt. Ereignisse, die der Fall schon hat, werden zusammengeführt.</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
</context>
<context>
    <name>auditloupe::ImportMessages</name>
    <message numerus="yes">
        <source>The import was cancelled. %Ln event(s) are in the case.</source>
        <translation>
            <numerusform>Der Import wurde abgebrochen. %Ln Ereignis ist im Fall.</numerusform>
            <numerusform>Der Import wurde abgebrochen. %Ln Ereignisse sind im Fall.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>A download broke off: the case holds what had arrived.</source>
        <translation>Ein Download ist abgebrochen: Der Fall enthält, was angekommen war.</translation>
    </message>
    <message>
        <source>The import of %1 was interrupted. The case holds what was imported until then.</source>
        <translation>Der Import von %1 wurde unterbrochen. Der Fall enthält, was bis dahin importiert wurde.</translation>
    </message>
    <message>
        <source>Finish import</source>
        <translation>Import abschließen</translation>
    </message>
    <message>
        <source>Keep what is there</source>
        <translation>Vorhandenes behalten</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>Anderen Ort wählen…</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>Trotzdem importieren</translation>
    </message>
    <message>
        <source>Go on with the download…</source>
        <translation>Download fortsetzen…</translation>
    </message>
    <message>
        <source>Choose the format…</source>
        <translation>Format wählen…</translation>
    </message>
</context>
<context>
    <name>auditloupe::ImportSummary</name>
    <message>
        <source>The import was cancelled after %1. What was read by then is kept.</source>
        <translation>Der Import wurde nach %1 abgebrochen. Das bis dahin Gelesene bleibt erhalten.</translation>
    </message>
    <message>
        <source>Nothing new: every event is in the case already.</source>
        <translation>Nichts Neues: Alle Ereignisse sind bereits im Fall.</translation>
    </message>
    <message>
        <source>No event was found.</source>
        <translation>Es wurde kein Ereignis gefunden.</translation>
    </message>
    <message>
        <source>Imported in %1.</source>
        <translation>Importiert in %1.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Recognised, but no audit events</source>
        <translation>Erkannt, aber keine Audit-Ereignisse</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation>Übersprungene Dateien</translation>
    </message>
    <message>
        <source>Hashes, owners and other details</source>
        <translation>Hashes, Eigentümer und weitere Details</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a span of time</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Rows that the import added.</source>
        <translation>Zeilen, die der Import hinzugefügt hat.</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Further copies of events: their bytes and places are kept.</source>
        <translation>Weitere Kopien von Ereignissen: Ihre Bytes und Fundstellen bleiben erhalten.</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Duplicates whose recorded fields differ from the row&apos;s.</source>
        <translation>Kopien, deren aufgezeichnete Felder von denen der Zeile abweichen.</translation>
    </message>
    <message>
        <source>salvaged</source>
        <translation>gerettet</translation>
    </message>
    <message>
        <source>Events that were cut off: what came before the cut is kept.</source>
        <translation>Abgeschnittene Ereignisse: Was vor dem Schnitt stand, bleibt erhalten.</translation>
    </message>
    <message>
        <source>rejected lines</source>
        <translation>zurückgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Every line that should be an event is one.</source>
        <translation>Jede Zeile, die ein Ereignis sein soll, ist eines.</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>Schon importiert</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and what became of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Read as…</source>
        <translation>Lesen als…</translation>
    </message>
</context>
<context>
    <name>auditloupe::JsonGutter</name>
    <message>
        <source>Click a triangle to fold or unfold. Keyboard: Left and Right, or Ctrl+.</source>
        <translation>Dreieck anklicken, um auf- oder zuzuklappen. Tastatur: Links und Rechts oder Strg+.</translation>
    </message>
</context>
<context>
    <name>auditloupe::JsonPane</name>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up</source>
        <translation>Ctrl+Shift+Up</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Down</source>
        <translation>Ctrl+Shift+Down</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>This text is damaged: what could not be read stands at the end, as it is.</source>
        <translation>Dieser Text ist beschädigt: Was nicht lesbar war, steht unverändert am Ende.</translation>
    </message>
    <message>
        <source>This event is long (%1) and shown without colours.</source>
        <translation>Dieses Ereignis ist lang (%1) und wird ohne Farben angezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n long values are shown shortened; copying takes them whole.</source>
        <translation>
            <numerusform>%n langer Wert wird gekürzt angezeigt; kopiert wird er vollständig.</numerusform>
            <numerusform>%n lange Werte werden gekürzt angezeigt; kopiert werden sie vollständig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy JSON path</source>
        <translation>JSON-Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy as YAML</source>
        <translation>Als YAML kopieren</translation>
    </message>
    <message>
        <source>Copy jq filter</source>
        <translation>jq-Filter kopieren</translation>
    </message>
    <message>
        <source>Copy kubectl get --raw line</source>
        <translation>Zeile für kubectl get --raw kopieren</translation>
    </message>
    <message>
        <source>Copy event, masked</source>
        <translation>Ereignis verdeckt kopieren</translation>
    </message>
    <message>
        <source>Copy event as recorded</source>
        <translation>Ereignis wie aufgezeichnet kopieren</translation>
    </message>
    <message>
        <source>Value copied.</source>
        <translation>Wert kopiert.</translation>
    </message>
    <message>
        <source>JSON path copied.</source>
        <translation>JSON-Pfad kopiert.</translation>
    </message>
    <message>
        <source>Nothing was copied: damaged JSON cannot be turned into YAML.</source>
        <translation>Nichts kopiert: Beschädigtes JSON lässt sich nicht in YAML umwandeln.</translation>
    </message>
    <message>
        <source>Copied as YAML.</source>
        <translation>Als YAML kopiert.</translation>
    </message>
    <message>
        <source>jq filter copied.</source>
        <translation>jq-Filter kopiert.</translation>
    </message>
    <message>
        <source>kubectl line copied.</source>
        <translation>kubectl-Zeile kopiert.</translation>
    </message>
    <message>
        <source>Event copied.</source>
        <translation>Ereignis kopiert.</translation>
    </message>
    <message>
        <source>%1 Credentials in it are masked.</source>
        <translation>%1 Zugangsdaten darin sind verdeckt.</translation>
    </message>
</context>
<context>
    <name>auditloupe::JsonSearchBar</name>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Vorheriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Find in this event</source>
        <translation>In diesem Ereignis suchen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>auditloupe::JsonView</name>
    <message>
        <source>JSON of the event</source>
        <translation>JSON des Ereignisses</translation>
    </message>
    <message numerus="yes">
        <source> … %n lines </source>
        <translation>
            <numerusform> … %n Zeile </numerusform>
            <numerusform> … %n Zeilen </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::LevelBadge</name>
    <message>
        <source>Audit level: %1</source>
        <translation>Audit-Level: %1</translation>
    </message>
</context>
<context>
    <name>auditloupe::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open sample &amp;incident</source>
        <translation>Beispiel&amp;vorfall öffnen</translation>
    </message>
    <message>
        <source>&amp;Recent cases</source>
        <translation>&amp;Zuletzt geöffnete Fälle</translation>
    </message>
    <message>
        <source>Import &amp;more…</source>
        <translation>&amp;Weitere importieren…</translation>
    </message>
    <message>
        <source>&amp;Save case as…</source>
        <translation>Fall &amp;speichern unter…</translation>
    </message>
    <message>
        <source>&amp;Last import</source>
        <translation>&amp;Letzter Import</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>C&amp;lear filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Event &amp;details</source>
        <translation>Ereignis&amp;details</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;berblick</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>&amp;Rejected lines</source>
        <translation>Zurückgewiesene &amp;Zeilen</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Local times</source>
        <translation>&amp;Lokale Zeiten</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Auditloupe</source>
        <translation>Über &amp;Auditloupe</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>What &amp;arrived</source>
        <translation>Was &amp;angekommen ist</translation>
    </message>
    <message>
        <source>Open &amp;URL…</source>
        <translation>&amp;URL öffnen…</translation>
    </message>
    <message>
        <source>&amp;Paste events</source>
        <translation>Ereignisse &amp;einfügen</translation>
    </message>
    <message>
        <source>S&amp;QL console</source>
        <translation>S&amp;QL-Konsole</translation>
    </message>
    <message>
        <source>F&amp;acets</source>
        <translation>F&amp;acetten</translation>
    </message>
    <message>
        <source>One row a re&amp;quest</source>
        <translation>Eine Zeile je An&amp;frage</translation>
    </message>
    <message>
        <source>One row an eve&amp;nt</source>
        <translation>Eine Zeile je Er&amp;eignis</translation>
    </message>
    <message>
        <source>Only &amp;people and workloads</source>
        <translation>Nur &amp;Menschen und Workloads</translation>
    </message>
</context>
<context>
    <name>auditloupe::MainWindow</name>
    <message>
        <source>About Auditloupe</source>
        <translation>Über Auditloupe</translation>
    </message>
    <message>
        <source>Auditloupe %1</source>
        <translation>Auditloupe %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Rejected lines</source>
        <translation>Zurückgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Event details</source>
        <translation>Ereignisdetails</translation>
    </message>
    <message>
        <source>Auditloupe</source>
        <translation>Auditloupe</translation>
    </message>
    <message>
        <source>%1 – Auditloupe</source>
        <translation>%1 – Auditloupe</translation>
    </message>
    <message>
        <source>What arrived</source>
        <translation>Was angekommen ist</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy one or more audit events, a log file or an https:// URL, and paste again.</source>
        <translation>Die Zwischenablage enthält keinen Text. Kopieren Sie ein oder mehrere Audit-Ereignisse, eine Logdatei oder eine https://-URL und fügen Sie noch einmal ein.</translation>
    </message>
    <message>
        <source>A loupe for Kubernetes audit logs: who did what, to which object, from where, and were they allowed to.

It works without a network and contacts nobody unless you open a URL, keeps the bytes of the logs as they came, and never writes beside them.

Licensed under the Apache License 2.0.</source>
        <translation>Eine Lupe für Kubernetes-Audit-Logs: wer was getan hat, an welchem Objekt, von wo aus und ob es erlaubt war.

Sie arbeitet ohne Netzwerk und kontaktiert niemanden, solange Sie keine URL öffnen, bewahrt die Bytes der Logs, wie sie kamen, und legt nie etwas neben ihnen ab.

Lizenziert unter der Apache License 2.0.</translation>
    </message>
    <message>
        <source>A download is running.</source>
        <translation>Ein Download läuft.</translation>
    </message>
    <message>
        <source>What has arrived is kept: opening the same URL later goes on from there.</source>
        <translation>Was angekommen ist, wird aufgehoben: Wird dieselbe URL später geöffnet, geht es dort weiter.</translation>
    </message>
    <message>
        <source>Stop the download and close</source>
        <translation>Download anhalten und schließen</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
</context>
<context>
    <name>auditloupe::MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>auditloupe::NoiseSwitch</name>
    <message>
        <source>Leaves out nodes, controllers, leader election and health checks, but never what was denied, an exec, attach, port-forward or proxy, what was done in somebody else&apos;s name, or a change of roles. Hidden is:</source>
        <translation>Lässt Nodes, Controller, Leader-Wahl und Health-Checks weg, aber nie, was verweigert wurde, ein exec, attach, port-forward oder proxy, was im Namen eines anderen geschah, oder eine Änderung von Rollen. Verborgen ist:</translation>
    </message>
    <message>
        <source>Whose requests are shown</source>
        <translation>Wessen Anfragen gezeigt werden</translation>
    </message>
    <message>
        <source>People and workloads</source>
        <translation>Menschen und Workloads</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Shows all that is in the case.</source>
        <translation>Zeigt alles, was im Fall ist.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) hidden</source>
        <translation>
            <numerusform>%Ln Anfrage verborgen</numerusform>
            <numerusform>%Ln Anfragen verborgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) hidden</source>
        <translation>
            <numerusform>%Ln Ereignis verborgen</numerusform>
            <numerusform>%Ln Ereignisse verborgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would hide %Ln request(s)</source>
        <translation>
            <numerusform>würde %Ln Anfrage verbergen</numerusform>
            <numerusform>würde %Ln Anfragen verbergen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would hide %Ln event(s)</source>
        <translation>
            <numerusform>würde %Ln Ereignis verbergen</numerusform>
            <numerusform>würde %Ln Ereignisse verbergen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::OverviewContent</name>
    <message>
        <source>%1 (import unfinished)</source>
        <translation>%1 (Import unvollständig)</translation>
    </message>
    <message>
        <source>%1 (damaged)</source>
        <translation>%1 (beschädigt)</translation>
    </message>
    <message>
        <source>%1 (import cancelled)</source>
        <translation>%1 (Import abgebrochen)</translation>
    </message>
    <message>
        <source>What this log cannot show</source>
        <translation>Was dieses Log nicht zeigen kann</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>requests by user</source>
        <translation>Anfragen nach Benutzer</translation>
    </message>
    <message>
        <source>Deletions</source>
        <translation>Löschungen</translation>
    </message>
    <message>
        <source>requests by resource</source>
        <translation>Anfragen nach Ressource</translation>
    </message>
    <message>
        <source>Changes of roles and bindings</source>
        <translation>Änderungen an Roles und Bindings</translation>
    </message>
    <message>
        <source>Exec, attach, port-forward, proxy</source>
        <translation>exec, attach, port-forward, proxy</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Service-Accounts</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>No person made a request.</source>
        <translation>Keine Person hat eine Anfrage gestellt.</translation>
    </message>
    <message>
        <source>No user was denied anything.</source>
        <translation>Keine Anfrage eines Benutzers wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>No role or binding was changed.</source>
        <translation>Es wurde keine Role und kein Binding geändert.</translation>
    </message>
    <message>
        <source>Nobody connected to a pod or a node.</source>
        <translation>Niemand hat sich mit einem Pod oder Node verbunden.</translation>
    </message>
    <message>
        <source>No service account made a request.</source>
        <translation>Kein Service-Account hat eine Anfrage gestellt.</translation>
    </message>
    <message>
        <source>The log does not say which cluster it comes from.</source>
        <translation>Das Log sagt nicht, aus welchem Cluster es stammt.</translation>
    </message>
    <message>
        <source>Nothing was found missing. What the policy left out altogether leaves no trace.</source>
        <translation>Es wurde keine Lücke gefunden. Was die Policy ganz ausgelassen hat, hinterlässt keine Spur.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>Formats, hashes and owners</source>
        <translation>Formate, Hashes und Eigentümer</translation>
    </message>
    <message>
        <source>What each source can and cannot prove</source>
        <translation>Was jede Quelle belegen kann und was nicht</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>API servers</source>
        <translation>API-Server</translation>
    </message>
</context>
<context>
    <name>auditloupe::OverviewHead</name>
    <message>
        <source>No event has a time.</source>
        <translation>Kein Ereignis hat eine Zeit.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a span of time</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>requests by people</source>
        <translation>Anfragen von Personen</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>Schreibzugriffe</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed logins</source>
        <translation>fehlgeschlagene Anmeldungen</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>rejected lines</source>
        <translation>zurückgewiesene Zeilen</translation>
    </message>
    <message>
        <source>This case holds every byte of the logs: it is as secret as the Secrets in it. It lies in %1.</source>
        <translation>Dieser Fall enthält jedes Byte der Logs: Er ist so geheim wie die Secrets darin. Er liegt in %1.</translation>
    </message>
</context>
<context>
    <name>auditloupe::OverviewPage</name>
    <message>
        <source>No case is open.</source>
        <translation>Es ist kein Fall geöffnet.</translation>
    </message>
    <message>
        <source>Reading the case…</source>
        <translation>Fall wird gelesen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled: the Overview was not made.</source>
        <translation>Abgebrochen: Der Überblick wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The Overview cannot be made. %1</source>
        <translation>Der Überblick kann nicht erstellt werden. %1</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>Es wurde noch nichts importiert.</translation>
    </message>
    <message>
        <source>This case holds no events.</source>
        <translation>Dieser Fall enthält keine Ereignisse.</translation>
    </message>
</context>
<context>
    <name>auditloupe::QuestionDialog</name>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Resource</source>
        <translation>&amp;Ressource</translation>
    </message>
    <message>
        <source>Name&amp;space</source>
        <translation>Name&amp;space</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Something is still missing.</source>
        <translation>Es fehlt noch etwas.</translation>
    </message>
</context>
<context>
    <name>auditloupe::QuestionMenu</name>
    <message>
        <source>&amp;Questions</source>
        <translation>F&amp;ragen</translation>
    </message>
</context>
<context>
    <name>auditloupe::RecentButton</name>
    <message>
        <source>missing</source>
        <comment>a case that is no longer there</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>import unfinished</source>
        <translation>Import unvollständig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>auditloupe::RejectedPage</name>
    <message>
        <source>Rejected lines</source>
        <translation>Zurückgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>E&amp;xport all…</source>
        <translation>Alle &amp;exportieren…</translation>
    </message>
    <message>
        <source>Bytes of the selected line</source>
        <translation>Bytes der ausgewählten Zeile</translation>
    </message>
    <message>
        <source>Select a line to see its bytes.</source>
        <translation>Zeile auswählen, um ihre Bytes zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Hexadecimal</source>
        <translation>He&amp;xadezimal</translation>
    </message>
    <message>
        <source>&amp;Copy bytes</source>
        <translation>Bytes &amp;kopieren</translation>
    </message>
    <message>
        <source>The rejected lines cannot be read. %1</source>
        <translation>Die zurückgewiesenen Zeilen können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>No line was rejected.</source>
        <translation>Es wurde keine Zeile zurückgewiesen.</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Credentials are masked, so places behind them are not the file&apos;s.</source>
        <translation>Zugangsdaten sind verdeckt, daher weichen die Positionen dahinter von denen in der Datei ab.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes are shown. The rest is in the case: export the source.</source>
        <translation>%1 von %2 Byte werden gezeigt. Der Rest ist im Fall: dazu die Quelle exportieren.</translation>
    </message>
    <message>
        <source>Export rejected lines</source>
        <translation>Zurückgewiesene Zeilen exportieren</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Lines written: %1.</source>
        <translation>Geschriebene Zeilen: %1.</translation>
    </message>
</context>
<context>
    <name>auditloupe::RejectedTableModel</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Byte</source>
        <comment>offset in the stream</comment>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Why it is no event</source>
        <translation>Warum es kein Ereignis ist</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
</context>
<context>
    <name>auditloupe::SessionView</name>
    <message>
        <source>Session: exec</source>
        <translation>Sitzung: exec</translation>
    </message>
    <message>
        <source>Session: attach</source>
        <translation>Sitzung: attach</translation>
    </message>
    <message>
        <source>Session: port-forward</source>
        <translation>Sitzung: port-forward</translation>
    </message>
    <message>
        <source>Session: watch</source>
        <translation>Sitzung: watch</translation>
    </message>
    <message>
        <source>GET, as WebSockets do</source>
        <translation>GET, wie bei WebSockets</translation>
    </message>
    <message>
        <source>POST, as SPDY does</source>
        <translation>POST, wie bei SPDY</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>it was refused (%1)</source>
        <translation>abgelehnt (%1)</translation>
    </message>
    <message>
        <source>open: its end is not in this log</source>
        <translation>offen: ihr Ende steht nicht in diesem Log</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Came as</source>
        <translation>Kam als</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
</context>
<context>
    <name>auditloupe::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Event table</source>
        <translation>Ereignistabelle</translation>
    </message>
    <message>
        <source>Next or previous event</source>
        <translation>Nächstes oder vorheriges Ereignis</translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation>Pfeil ab, Pfeil auf</translation>
    </message>
    <message>
        <source>A screen further or back</source>
        <translation>Eine Bildschirmseite vor oder zurück</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Bild ab, Bild auf</translation>
    </message>
    <message>
        <source>First or last event</source>
        <translation>Erstes oder letztes Ereignis</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Next or previous cell</source>
        <translation>Nächste oder vorherige Zelle</translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>Pfeil rechts, Pfeil links</translation>
    </message>
    <message>
        <source>Select more events</source>
        <translation>Weitere Ereignisse auswählen</translation>
    </message>
    <message>
        <source>Shift with any of these</source>
        <translation>Umschalt mit einer dieser Tasten</translation>
    </message>
    <message>
        <source>Go to the details</source>
        <translation>Zu den Details gehen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>What can be done with the cell</source>
        <translation>Was mit der Zelle möglich ist</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Menütaste</translation>
    </message>
    <message>
        <source>Filter line</source>
        <translation>Filterzeile</translation>
    </message>
    <message>
        <source>Offer fields and their values</source>
        <translation>Felder und ihre Werte anbieten</translation>
    </message>
    <message>
        <source>Take what is offered</source>
        <translation>Angebotenes übernehmen</translation>
    </message>
    <message>
        <source>Apply the filter</source>
        <translation>Filter anwenden</translation>
    </message>
    <message>
        <source>JSON of an event</source>
        <translation>JSON eines Ereignisses</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Next or previous place found</source>
        <translation>Nächste oder vorige Fundstelle</translation>
    </message>
    <message>
        <source>Fold or unfold the line</source>
        <translation>Zeile ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Fold or unfold all</source>
        <translation>Alles ein- oder ausklappen</translation>
    </message>
</context>
<context>
    <name>auditloupe::SkippedTableModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why it was skipped</source>
        <translation>Warum sie übersprungen wurde</translation>
    </message>
</context>
<context>
    <name>auditloupe::SourceDetails</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes, %2 decompressed</source>
        <translation>%1 Byte, %2 entpackt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>unknown: the source was not read to its end</source>
        <translation>unbekannt: Die Quelle wurde nicht bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>Owner and mode</source>
        <translation>Eigentümer und Rechte</translation>
    </message>
    <message>
        <source>Last modified</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>%1 by Auditloupe %2</source>
        <translation>%1 mit Auditloupe %2</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Events from</source>
        <translation>Ereignisse von</translation>
    </message>
    <message>
        <source>Events to</source>
        <translation>Ereignisse bis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>%1, of which %2 differ from the event that is kept as the row</source>
        <translation>%1, davon %2 abweichend vom Ereignis, das als Zeile behalten ist</translation>
    </message>
    <message>
        <source>Salvaged</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>%1 (cut off: what came before the cut is kept)</source>
        <translation>%1 (abgeschnitten: Was vor dem Schnitt kam, ist behalten)</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Zurückgewiesen</translation>
    </message>
    <message>
        <source>No audit event</source>
        <translation>Kein Audit-Ereignis</translation>
    </message>
    <message>
        <source>Show its events</source>
        <translation>Ereignisse der Quelle zeigen</translation>
    </message>
    <message>
        <source>Show its rejected lines</source>
        <translation>Zurückgewiesene Zeilen der Quelle zeigen</translation>
    </message>
    <message>
        <source>What it can and cannot prove</source>
        <translation>Was sie belegen kann und was nicht</translation>
    </message>
    <message>
        <source>Downloaded from</source>
        <translation>Geladen von</translation>
    </message>
    <message>
        <source>Redirected to</source>
        <translation>Weitergeleitet zu</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>Size announced</source>
        <translation>Angekündigte Größe</translation>
    </message>
    <message>
        <source>unknown: the server did not say where the file ends</source>
        <translation>unbekannt: Der Server hat nicht gesagt, wo die Datei endet</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API-Server</translation>
    </message>
    <message>
        <source>%1 (by the path)</source>
        <translation>%1 (laut Pfad)</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>Schon importiert</translation>
    </message>
    <message>
        <source>%1 as %2: %3 bytes, SHA-256 %4</source>
        <translation>%1 als %2: %3 Bytes, SHA-256 %4</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 (by the export itself)</source>
        <translation>%1 (laut Export)</translation>
    </message>
    <message>
        <source>%1 (by the user)</source>
        <translation>%1 (laut Benutzer)</translation>
    </message>
</context>
<context>
    <name>auditloupe::SourceTableModel</name>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>import unfinished</source>
        <translation>Import unvollständig</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>import cancelled</source>
        <translation>Import abgebrochen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Salvaged</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Zurückgewiesen</translation>
    </message>
    <message>
        <source>Other records</source>
        <translation>Andere Datensätze</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Erstes Ereignis</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API-Server</translation>
    </message>
</context>
<context>
    <name>auditloupe::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>Es wurde noch nichts importiert.</translation>
    </message>
    <message>
        <source>The sources cannot be read. %1</source>
        <translation>Die Quellen können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Show its events</source>
        <translation>Ereignisse der Quelle zeigen</translation>
    </message>
    <message>
        <source>Set the cluster…</source>
        <translation>Cluster angeben …</translation>
    </message>
    <message>
        <source>The cluster was not recorded. %1</source>
        <translation>Der Cluster wurde nicht festgehalten. %1</translation>
    </message>
    <message>
        <source>Read again as…</source>
        <translation>Neu lesen als…</translation>
    </message>
</context>
<context>
    <name>auditloupe::SqlEditor</name>
    <message>
        <source>SQL statement</source>
        <translation>SQL-Anweisung</translation>
    </message>
    <message>
        <source>A statement, for example: SELECT user, denials FROM users ORDER BY denials DESC</source>
        <translation>Eine Anweisung, zum Beispiel: SELECT user, denials FROM users ORDER BY denials DESC</translation>
    </message>
</context>
<context>
    <name>auditloupe::SqlPage</name>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Views and columns</source>
        <translation>&amp;Sichten und Spalten</translation>
    </message>
    <message>
        <source>Run the statement (%1)</source>
        <translation>Die Anweisung ausführen (%1)</translation>
    </message>
    <message>
        <source>Rows of the statement</source>
        <translation>Zeilen der Anweisung</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>The views events, requests, users and objects hold the case under the names that you know. Nothing that is written here can change it.</source>
        <translation>Die Sichten events, requests, users und objects zeigen den Fall unter den bekannten Namen. Nichts, was hier geschrieben wird, kann ihn ändern.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) in %1. There are more: add LIMIT or GROUP BY.</source>
        <translation>
            <numerusform>Die erste Zeile in %1. Es gibt mehr: LIMIT oder GROUP BY ergänzen.</numerusform>
            <numerusform>Die ersten %Ln Zeilen in %1. Es gibt mehr: LIMIT oder GROUP BY ergänzen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in %1.</source>
        <translation>
            <numerusform>%Ln Zeile in %1.</numerusform>
            <numerusform>%Ln Zeilen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row.</source>
        <translation>Keine Zeile.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>auditloupe::StageStrip</name>
    <message>
        <source>Unknown stage</source>
        <translation>Unbekannte Stage</translation>
    </message>
    <message>
        <source>Stages of this request</source>
        <translation>Stages dieser Anfrage</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1, wird gezeigt</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
</context>
<context>
    <name>auditloupe::StartPage</name>
    <message>
        <source>Recent cases</source>
        <translation>Zuletzt geöffnete Fälle</translation>
    </message>
    <message>
        <source>Who did what in a Kubernetes cluster, from its audit log.</source>
        <translation>Wer was in einem Kubernetes-Cluster getan hat, aus seinem Audit-Log.</translation>
    </message>
    <message>
        <source>Without a log at hand</source>
        <translation>Ohne Log zur Hand</translation>
    </message>
    <message>
        <source>A Friday evening in production: by Saturday morning the app is down and a ConfigMap is gone. Who deleted it?</source>
        <translation>Ein Freitagabend in der Produktion: Am Samstagmorgen ist die App ausgefallen und eine ConfigMap verschwunden. Wer hat sie gelöscht?</translation>
    </message>
    <message>
        <source>Open the sample incident</source>
        <translation>Beispielvorfall öffnen</translation>
    </message>
    <message>
        <source>Open &amp;URL…</source>
        <translation>&amp;URL öffnen…</translation>
    </message>
    <message>
        <source>Or drop them anywhere in this window: logs plain or compressed, rotated files, whole folders, cases. Nobody is contacted unless you open a URL, and the logs stay as they are.</source>
        <translation>Oder irgendwo in diesem Fenster ablegen: Logs, auch komprimiert, rotierte Dateien, ganze Ordner, Fälle. Niemand wird kontaktiert, solange Sie keine URL öffnen, und die Logs bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open fo&amp;lder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
</context>
<context>
    <name>auditloupe::StatusLine</name>
    <message>
        <source>Cancel import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation>Importfortschritt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln request(s)</source>
        <translation>
            <numerusform>%L1 von %Ln Anfrage</numerusform>
            <numerusform>%L1 von %Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln event(s)</source>
        <translation>
            <numerusform>%L1 von %Ln Ereignis</numerusform>
            <numerusform>%L1 von %Ln Ereignissen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) selected</source>
        <translation>
            <numerusform>%Ln Zeile ausgewählt</numerusform>
            <numerusform>%Ln Zeilen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>%1 von %2 gelesen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 gelesen</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>Download progress</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Stop download</source>
        <translation>Download anhalten</translation>
    </message>
</context>
<context>
    <name>auditloupe::UnitSwitch</name>
    <message>
        <source>What a row is</source>
        <translation>Was eine Zeile ist</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>One row a request: what its last event says, the time of its receipt, how long it took. The details show its stages.</source>
        <translation>Eine Zeile je Anfrage: was ihr letztes Ereignis sagt, die Zeit ihres Eingangs, wie lange sie dauerte. Die Details zeigen ihre Stufen.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>One row a line of the log: each stage of a request is an event.</source>
        <translation>Eine Zeile je Zeile des Logs: jede Stufe einer Anfrage ist ein Ereignis.</translation>
    </message>
</context>
<context>
    <name>auditloupe::UrlDialog</name>
    <message>
        <source>%1: %2 of %3</source>
        <comment>a file, sizes</comment>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>a time</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Downloaded.</source>
        <translation>Geladen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>%1 have arrived and are kept; trying again goes on from there.</source>
        <translation>%1 sind angekommen und werden aufgehoben; ein neuer Versuch macht dort weiter.</translation>
    </message>
    <message>
        <source>Open URL</source>
        <translation>URL öffnen</translation>
    </message>
    <message>
        <source>&amp;URLs of log files, one a line:</source>
        <translation>&amp;URLs von Logdateien, eine je Zeile:</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>The files come into a private folder of yours and are then imported. No cookies or passwords are sent, redirects to other hosts are followed only if you agree, and signatures in URLs are kept nowhere.</source>
        <translation>Die Dateien kommen in einen privaten Ordner von Ihnen und werden dann importiert. Cookies und Kennwörter werden nicht gesendet, Weiterleitungen zu anderen Rechnern nur befolgt, wenn Sie zustimmen, und Signaturen in URLs nirgends aufgehoben.</translation>
    </message>
    <message>
        <source>&amp;Largest file:</source>
        <translation>&amp;Größte Datei:</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>&amp;Import what arrived</source>
        <translation>&amp;Angekommenes importieren</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>URL %1: %2</source>
        <translation>URL %1: %2</translation>
    </message>
    <message>
        <source>Nobody is contacted before you choose “Download”.</source>
        <translation>Niemand wird kontaktiert, bevor Sie „Herunterladen“ wählen.</translation>
    </message>
    <message>
        <source>“Download” contacts %1. Nobody has been contacted yet.</source>
        <translation>„Herunterladen“ kontaktiert %1. Bisher wurde niemand kontaktiert.</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>File %1 of %2</source>
        <comment>numbers</comment>
        <translation>Datei %1 von %2</translation>
    </message>
    <message>
        <source>Download from %1</source>
        <translation>Von %1 laden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>Aus&amp;blenden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The URL for %1 is signed and works like a password.</source>
        <translation>Die URL für %1 ist signiert und wirkt wie ein Kennwort.</translation>
    </message>
    <message>
        <source>The signed URL for %1 has expired: it worked until %2.</source>
        <translation>Die signierte URL für %1 ist abgelaufen: Sie galt bis %2.</translation>
    </message>
    <message>
        <source>The URL for %1 is signed and works like a password until %2.</source>
        <translation>Die URL für %1 ist signiert und wirkt bis %2 wie ein Kennwort.</translation>
    </message>
    <message>
        <source>The file is to come from there. It has not been contacted yet.</source>
        <translation>Die Datei soll von dort kommen. Er wurde noch nicht kontaktiert.</translation>
    </message>
</context>
</TS>
