# Warnings, sanitizers and the linker: the same for every target of the project.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

set(TT_SANITIZE "" CACHE STRING "Sanitizers for the whole tree, such as address,undefined or thread")

find_program(TT_CCACHE ccache)
if(TT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${TT_CCACHE})
endif()

add_library(tt_options INTERFACE)
target_compile_options(tt_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<CXX_COMPILER_ID:GNU>:-Werror>  # with the default compiler only: the second one's opinions are shown but stop nobody
  -Wno-missing-field-initializers)  # designated initialisers leave the rest at their defaults on purpose
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees overlapping copies inside std::string where there are none (GCC bug 105651).
  target_compile_options(tt_options INTERFACE -Wno-restrict)
else()
  # clang counts signs under -Wconversion, and blames our std::stable_sort for what libstdc++ 12 does inside it.
  target_compile_options(tt_options INTERFACE -Wno-sign-conversion -Wno-deprecated-declarations)
endif()
target_include_directories(tt_options INTERFACE ${PROJECT_SOURCE_DIR})
if(TT_SANITIZE)
  add_compile_options(-fsanitize=${TT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TT_SANITIZE})
endif()
find_program(TT_LLD ld.lld)
if(TT_LLD)
  add_link_options(-fuse-ld=lld)
endif()
