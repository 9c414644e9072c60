# SPDX-License-Identifier: Apache-2.0
# fairlead_test(<module> SOURCES ... LIBRARIES ... [LABELS ...])
# One Catch2 executable per module; each TEST_CASE is a ctest of its own.
function(fairlead_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    set(target fairlead_${name}_test)
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE
        fairlead::build_options fairlead_test_support ${ARG_LIBRARIES})
    target_compile_options(${target} PRIVATE ${FAIRLEAD_TEST_OPTIMISATION} -fPIC)
    # Files of one test may use one name for different things.
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
    fairlead_precompile(${target})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    catch_discover_tests(${target}
        TEST_PREFIX "${name}/"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 300)
endfunction()
