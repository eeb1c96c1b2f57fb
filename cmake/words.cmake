# words(TARGET): compiles the catalogues, words/*.json, into TARGET, but for the sentences of the web app. One sentence a line,
# sorted by code, which tools/words.py holds them to: so a line of JSON is a line of C++ but for its colon.

function(words TARGET)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/words/*.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  set(tables "")
  set(list "")
  foreach(file ${files})
    get_filename_component(language ${file} NAME_WE)
    file(READ ${file} text)
    string(REGEX REPLACE "\n  \"web[.][^\n]*" "" text "${text}")
    string(REGEX REPLACE "\n  (\"[a-z0-9.-]+\"): (\"[^\n]*\"),?" "\n    {\\1, \\2}," text "${text}")
    string(APPEND tables "constexpr Sentence ${language}[] = ${text};\n")
    string(APPEND list "    {\"${language}\", ${language}},\n")
  endforeach()
  set(table ${CMAKE_BINARY_DIR}/words_table.cc)
  file(CONFIGURE OUTPUT ${table} CONTENT
"// Written by cmake/words.cmake from words/*.json. Do not edit.
#include \"words/table.h\"

namespace words {
namespace {

@tables@
constexpr Catalogue all[] = {
@list@};

}  // namespace

std::span<const Catalogue> catalogues() { return all; }

}  // namespace words
" @ONLY)
  target_sources(${TARGET} PRIVATE ${table})
endfunction()
