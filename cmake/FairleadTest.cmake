# SPDX-License-Identifier: Apache-2.0
# fairlead_test(<module> SOURCES ... LIBRARIES ... [LABELS ...] [OWN_PRECOMPILED])
# One Catch2 executable per module; each TEST_CASE is a ctest of its own. OWN_PRECOMPILED is for those
# whose libraries change how code is generated (Qt asks for -fPIC).
function(fairlead_test name)
    cmake_parse_arguments(ARG "OWN_PRECOMPILED" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    set(target fairlead_${name}_test)
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE
        fairlead::build_options fairlead_test_support ${ARG_LIBRARIES})
    # What is tested keeps its optimisation; the tests themselves need none.
    target_compile_options(${target} PRIVATE ${FAIRLEAD_LIGHT_OPTIMISATION})
    # ccache takes precompiled headers only with looser checks, and needs them less.
    if(NOT CMAKE_CXX_COMPILER_LAUNCHER MATCHES ccache)
        # A main of its own makes the runner, which the precompiled header is without.
        foreach(source ${ARG_SOURCES})
            if(source MATCHES "main\\.cpp$")
                set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
            endif()
        endforeach()
        if(ARG_OWN_PRECOMPILED)
            target_precompile_headers(${target} PRIVATE <catch2/catch.hpp>)
        else()
            target_precompile_headers(${target} REUSE_FROM fairlead_test_precompiled)
        endif()
    endif()
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    catch_discover_tests(${target}
        TEST_PREFIX "${name}/"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 300)
endfunction()
