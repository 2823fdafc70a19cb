# attune_module(NAME SOURCES a.cc ... [TESTS a_test.cc ...] [DEPENDS base ...] [LINKS lib ...])
#
# One folder under src/ is one static library `attune_NAME`, and one test program `NAME_test`.
# DEPENDS names other folders (docs/layers.txt says which are allowed); LINKS names third-party
# libraries, which stay private to the folder.
function(attune_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;TESTS;DEPENDS;LINKS" ${ARGN})
  add_library(attune_${name} STATIC ${arg_SOURCES})
  target_include_directories(attune_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM arg_DEPENDS PREPEND attune_)
  target_link_libraries(attune_${name} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_LINKS})
  if(arg_TESTS)
    add_executable(${name}_test ${arg_TESTS})
    target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(${name}_test PRIVATE ATTUNE_ROOT="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name}_test PRIVATE attune_${name} ${arg_LINKS} GTest::gmock GTest::gtest_main)
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()
