#include "server/large_blocks.hpp"

#include <malloc.h>
#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace tt::server {
namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20U;
constexpr int kKept = 256 << 20U;        ///< bytes that stay with the program when they are free
constexpr int kFromTheHeap = 32 << 20U;  ///< the most that the library takes: larger blocks come from the kernel

/// What the kernel refuses stays on small pages: slower, and nothing else.
void* block_of(std::size_t size) {
  if (size < kLargePage) return std::malloc(size > 0 ? size : 1);
  const std::size_t whole = (size + kLargePage - 1) / kLargePage * kLargePage;
  void* const block = std::aligned_alloc(kLargePage, whole);
  if (block != nullptr) static_cast<void>(madvise(block, whole, MADV_HUGEPAGE));
  return block;
}

}  // namespace

void keep_large_blocks() {
  mallopt(M_MMAP_THRESHOLD, kFromTheHeap);
  mallopt(M_TRIM_THRESHOLD, kKept);
}

}  // namespace tt::server

// The program's own, for everything in it. As the library's, but for where large blocks lie. A sanitizer brings its
// own, and takes what comes from the one and goes to the other for a mistake.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define TT_SANITIZED
#endif
#endif
#if !defined(TT_SANITIZED) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
void* operator new(std::size_t size) {
  for (;;) {
    if (void* const block = tt::server::block_of(size)) return block;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}
void operator delete(void* block) noexcept {
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  std::free(block);
}
#endif
