# One library and one test program for each folder, from the file names alone:
#   x.cc x.h     into the library wellmet_FOLDER
#   x_test.cc    into FOLDER_test, linked with the whole library and only what the folder may use
#   x_fuzz.cc    a libFuzzer program of its own (preset fuzz)
#   x_bench.cc   a benchmark program of its own
#
# folder(NAME MAY folder... USES target... TABLE header type prefix UNIT files)
# UNIT: so many files are compiled at once (6), which halves the time: less where they are large, more where they are small.
# What a file keeps to itself is named once a folder, in tests too, whose names may hide those of another test. docs/decisions/0019.
# TABLE: every x.cc defines `extern const TYPE PREFIXx;`; the file that lists them all is written
# here, so that a new source or command is one new file and a wrong name fails the link.

define_property(GLOBAL PROPERTY WELLMET_FOLDER_TESTS BRIEF_DOCS "the test programs of all folders")
define_property(GLOBAL PROPERTY WELLMET_RULE BRIEF_DOCS "folder: folders that it may include")

function(folder NAME)
  cmake_parse_arguments(F "" "UNIT" "MAY;USES;TABLE" ${ARGN})
  string(REPLACE "/" "_" id ${NAME})
  file(GLOB all CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${NAME}/*.cc)
  set(parts ${all})
  list(FILTER parts EXCLUDE REGEX "_(test|fuzz|bench)\\.cc$")
  set(tests ${all})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  set(fuzzers ${all})
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cc$")
  set(benches ${all})
  list(FILTER benches INCLUDE REGEX "_bench\\.cc$")

  if(F_TABLE AND parts)
    list(GET F_TABLE 0 header)
    list(GET F_TABLE 1 type)
    list(GET F_TABLE 2 prefix)
    set(externs "")
    set(count 0)
    set(items "")
    foreach(entry ${parts})
      file(STRINGS ${entry} found REGEX "^(extern )?const ${type} ${prefix}[a-z0-9_]+" LIMIT_COUNT 1)
      get_filename_component(stem ${entry} NAME_WE)
      if(found)
        string(APPEND externs "extern const ${type} ${prefix}${stem};\n")
        string(APPEND items "    &${prefix}${stem},\n")
        math(EXPR count "${count} + 1")
      endif()
    endforeach()
    string(REGEX REPLACE "/" "::" space ${NAME})
    set(table ${CMAKE_CURRENT_BINARY_DIR}/${id}_table.cc)
    file(CONFIGURE OUTPUT ${table} CONTENT
"// Written by cmake/folder.cmake from the file names in ${NAME}/. Do not edit.
#include <array>

#include \"${NAME}/${header}\"

namespace @space@ {

@externs@
static constexpr std::array<const ${type}*, @count@> table = {
@items@};

std::span<const ${type}* const> all_@prefix@table() { return table; }

}  // namespace @space@
" @ONLY)
    list(APPEND parts ${table})
  endif()

  if(NOT parts)
    return()
  endif()
  add_library(wellmet_${id} STATIC ${parts})
  target_include_directories(wellmet_${id} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  set(links "")
  foreach(other ${F_MAY})
    string(REPLACE "/" "_" other ${other})
    if(TARGET wellmet_${other})
      list(APPEND links wellmet_${other})
    endif()
  endforeach()
  target_link_libraries(wellmet_${id} PUBLIC ${links} fmt::fmt PRIVATE ${F_USES})
  if(NOT F_UNIT)
    set(F_UNIT 6)
  endif()
  set_target_properties(wellmet_${id} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${F_UNIT})

  if(tests)
    add_executable(${id}_test ${tests})
    target_compile_definitions(${id}_test PRIVATE
      WELLMET_SOURCE_DIR="${CMAKE_SOURCE_DIR}" WELLMET_BUILD_DIR="${CMAKE_BINARY_DIR}")
    # Half the time to build is tests, which need no speed of their own.
    target_compile_options(${id}_test PRIVATE -O0 -Wno-shadow)
    set_target_properties(${id}_test PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 5)
    target_link_libraries(${id}_test PRIVATE
      -Wl,--whole-archive wellmet_${id} -Wl,--no-whole-archive ${F_USES} GTest::gtest_main GTest::gmock)
    add_test(NAME ${id} COMMAND ${id}_test --gtest_brief=1)
    set_tests_properties(${id} PROPERTIES LABELS "fast;folder")
    set_property(GLOBAL APPEND PROPERTY WELLMET_FOLDER_TESTS ${id}_test)
  endif()
  foreach(file ${benches})
    if(WELLMET_BENCH)
      get_filename_component(stem ${file} NAME_WE)
      add_executable(${id}_${stem} ${file})
      target_link_libraries(${id}_${stem} PRIVATE wellmet_${id})
    endif()
  endforeach()
  foreach(file ${fuzzers})
    if(WELLMET_FUZZ)
      get_filename_component(stem ${file} NAME_WE)
      add_executable(${id}_${stem} ${file})
      target_link_libraries(${id}_${stem} PRIVATE wellmet_${id})
      target_link_options(${id}_${stem} PRIVATE -fsanitize=fuzzer,address,undefined)
      target_compile_definitions(${id}_${stem} PRIVATE WELLMET_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    endif()
  endforeach()
endfunction()
