# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
#
# The rooms' direction of sight, read from the includes: cmake -DROOT=… -P checklayering.cmake

function(forbid folder pattern)
    file(GLOB_RECURSE files ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
    if(NOT files)
        message(SEND_ERROR "${folder} is empty: the check would prove nothing")
    endif()
    foreach(file IN LISTS files)
        file(STRINGS ${file} hits REGEX "^#include +[<\"](${pattern})")
        if(hits)
            message(SEND_ERROR "${file}: ${hits}")
        endif()
    endforeach()
endfunction()

set(screen "QtWidgets|QtGui|QWidget|QApplication|QMessageBox|QColor|QIcon|QFont|QPixmap|views/|app/")
forbid(model "${screen}")
forbid(views "app/")
# Inside model each room sees only those before it.
forbid(model/base "model/(event|sources|casefile|query|evidence|session)/")
forbid(model/event "model/(sources|casefile|query|evidence|session)/")
forbid(model/sources "model/(casefile|query|evidence|session)/")
forbid(model/casefile "model/(query|evidence|session)/")
forbid(model/query "model/(evidence|session)/")
forbid(model/evidence "model/session/")
