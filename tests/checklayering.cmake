# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
#
# The rooms' direction of sight, read from the includes: cmake -DROOT=… -P checklayering.cmake

function(forbid folder pattern)
    file(GLOB_RECURSE files ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
    if(NOT files)
        message(SEND_ERROR "${folder} is empty: the check would prove nothing")
    endif()
    list(FILTER files EXCLUDE REGEX "${ARGN}")
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
# Nothing else can contact anybody.
set(network "QtNetwork|QNetwork|QSsl|QTcp|QUdp|QSctp|QLocalS|QAbstractSocket|QHost|QDns|QHttp|QHsts|QAuth")
forbid(model "${network}")
forbid(views "${network}")
forbid(app "${network}" "/app/fetch/")
forbid(app/fetch "QtWidgets|QtGui|QWidget|QApplication|views/|app/([^f]|f[^e])")
# Inside model each room sees only those before it.
forbid(model/base "model/(event|policy|sources|casefile|import|query|evidence|session)/")
forbid(model/event "model/(policy|sources|casefile|import|query|evidence|session)/")
forbid(model/policy "model/(sources|casefile|import|query|evidence|session)/")
forbid(model/sources "model/(casefile|import|query|evidence|session)/")
forbid(model/casefile "model/(import|query|evidence|session)/")
forbid(model/import "model/(query|evidence|session)/")
forbid(model/query "model/(evidence|session)/")
forbid(model/evidence "model/session/")
