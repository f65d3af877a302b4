// How the program gets memory: large blocks lie on large pages and are kept when they are given back. A pass from an
// enterprise to its people goes all over the columns of a large world; on small pages each step would wait for the page
// tables as well, and every tick's working memory would be asked of the kernel, cleared and given back again.
#pragma once

namespace tt::server {

/// Call it once, before there are threads.
void keep_large_blocks();

}  // namespace tt::server
