# SPDX-License-Identifier: Apache-2.0
# Flags for our own targets only; never installed, never seen by third parties.
add_library(fairlead_build_options INTERFACE)
add_library(fairlead::build_options ALIAS fairlead_build_options)

target_compile_options(fairlead_build_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Wdouble-promotion -Wformat=2
    # One result for a*b+c on every machine: equal inputs must give equal bytes.
    -ffp-contract=off)
if(CMAKE_UNITY_BUILD)
    # What is private to a file looks, in a joined one, as if others could see it.
    target_compile_options(fairlead_build_options INTERFACE -Wno-shadow -Wno-subobject-linkage)
endif()
if(FAIRLEAD_WARNINGS_AS_ERRORS)
    target_compile_options(fairlead_build_options INTERFACE -Werror)
endif()
if(FAIRLEAD_SANITIZE)
    target_compile_options(fairlead_build_options INTERFACE
        -fsanitize=${FAIRLEAD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(fairlead_build_options INTERFACE -fsanitize=${FAIRLEAD_SANITIZE})
endif()
if(FAIRLEAD_COVERAGE)
    target_compile_options(fairlead_build_options INTERFACE --coverage)
    target_link_options(fairlead_build_options INTERFACE --coverage)
endif()

# For code that reads a text or talks to a user once a run: -O1 is fast enough there, and templates of
# parsers compile a third faster than at -O3.
set(FAIRLEAD_LIGHT_OPTIMISATION $<$<CONFIG:Release>:-O1>)
# What is tested keeps its optimisation; the tests themselves need none. Under sanitizers, where the
# instrumented code of a test takes longest to compile, they get none at all.
set(FAIRLEAD_TEST_OPTIMISATION ${FAIRLEAD_LIGHT_OPTIMISATION})
if(FAIRLEAD_SANITIZE)
    set(FAIRLEAD_TEST_OPTIMISATION -O0)
endif()
