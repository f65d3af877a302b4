#include "tests/tidy/strip.hpp"

#include <algorithm>
#include <cctype>

namespace tt::tidy {
namespace {

class Stripper {
 public:
  Stripper(std::string_view text, bool script) : text_(text), out_(text), script_(script) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool next_is(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  void blank(std::size_t end) {
    for (; at_ < end && at_ < text_.size(); ++at_)
      if (text_[at_] != '\n') out_[at_] = ' ';
  }

  [[nodiscard]] std::size_t after(std::string_view what, std::size_t from) const {
    const std::size_t found = text_.find(what, from);
    return found == std::string_view::npos ? text_.size() : found + what.size();
  }

  void step() {
    const char c = text_[at_];
    if (next_is("//")) return blank(after("\n", at_) - (after("\n", at_) == text_.size() ? 0 : 1));
    if (next_is("/*")) return blank(after("*/", at_ + 2));
    if (!script_ && next_is("R\"")) return raw_string();
    if (c == '"' || (c == '\'' && !is_digit_separator()) || (script_ && c == '`')) return quoted(c);
    if (script_ && c == '/' && may_start_regex()) return regex();
    if (!std::isspace(static_cast<unsigned char>(c))) last_ = c;
    ++at_;
  }

  /// 1'000 in C++.
  [[nodiscard]] bool is_digit_separator() const {
    return !script_ && at_ > 0 && std::isxdigit(static_cast<unsigned char>(text_[at_ - 1])) && at_ + 1 < text_.size() &&
           std::isxdigit(static_cast<unsigned char>(text_[at_ + 1])) && text_.substr(at_ + 2, 1) != "'";
  }

  void quoted(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && (quote == '`' || text_[end] != '\n'))
      end += text_[end] == '\\' ? 2 : 1;
    ++at_;  // the quotes stay
    blank(end);
    if (at_ < text_.size()) ++at_;
    last_ = quote;
  }

  void raw_string() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) return blank(text_.size());
    const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    blank(after(close, open));
    last_ = '"';
  }

  [[nodiscard]] bool may_start_regex() const {
    return std::string_view("(,=:[!&|?{};>").find(last_) != std::string_view::npos;
  }

  void regex() {
    bool in_class = false;
    std::size_t end = at_ + 1;
    for (; end < text_.size() && text_[end] != '\n' && (in_class || text_[end] != '/'); ++end) {
      if (text_[end] == '\\')
        ++end;
      else if (text_[end] == '[')
        in_class = true;
      else if (text_[end] == ']')
        in_class = false;
    }
    blank(end + 1);
    last_ = '/';
  }

  std::string_view text_;
  std::string out_;
  bool script_;
  std::size_t at_ = 0;
  char last_ = ';';  ///< the last character of code
};

/// Everything outside <script>…</script> blanked.
std::string only_scripts(std::string_view text) {
  std::string out(text);
  std::size_t kept_until = 0;
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
      if (out[i] != '\n') out[i] = ' ';
  };
  while (true) {
    const std::size_t open = text.find("<script", kept_until);
    if (open == std::string_view::npos) break;
    const std::size_t begin = std::min(text.find('>', open), text.size() - 1) + 1;
    blank(kept_until, begin);
    kept_until = std::min(text.find("</script>", begin), text.size());
  }
  blank(kept_until, text.size());
  return out;
}

}  // namespace

std::string strip_cpp(std::string_view text) {
  return Stripper(text, false).run();
}
std::string strip_script(std::string_view text) {
  return Stripper(text, true).run();
}

std::string code_of(const File& file) {
  if (file.path.ends_with(".svelte")) return strip_script(only_scripts(file.text));
  return is_cpp(file) ? strip_cpp(file.text) : strip_script(file.text);
}

}  // namespace tt::tidy
