// The conversation with the referee: hello, ready, tick, orders, tick, orders, …, end, and perhaps hello again. JSON, a
// line a message, with no library. Nothing here needs to be changed to play better.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A value of JSON. What is not there reads as nothing: 0, "", no items.
struct Json {
  std::string text;         ///< of a string; of a number or a word, as it was written
  std::vector<Json> items;  ///< of a list
  std::vector<std::pair<std::string, Json>> fields;

  [[nodiscard]] const Json& operator[](std::string_view name) const {
    static const Json nothing;
    for (const auto& field : fields)
      if (field.first == name) return field.second;
    return nothing;
  }
  [[nodiscard]] bool has(std::string_view name) const { return &(*this)[name] != &(*this)[""]; }
  /// Also of a string: 64-bit numbers are strings in JSON.
  [[nodiscard]] std::int64_t number() const { return std::strtoll(text.c_str(), nullptr, 10); }
  [[nodiscard]] bool yes() const { return text == "true"; }
};

/// Reads what the referee writes, which is always well-formed.
class JsonReader {
 public:
  explicit JsonReader(std::string_view line) : at_(line.data()), end_(line.data() + line.size()) {}

  Json value() {
    Json value;
    switch (next()) {
      case '{':
        list('}', [&] {
          std::string name = string();
          next();
          ++at_;  // the colon
          value.fields.emplace_back(std::move(name), this->value());
        });
        break;
      case '[':
        list(']', [&] { value.items.push_back(this->value()); });
        break;
      case '"':
        value.text = string();
        break;
      default:
        while (at_ < end_ && std::string_view(",]} \t\r").find(*at_) == std::string_view::npos) value.text += *at_++;
    }
    return value;
  }

 private:
  const char* at_;
  const char* end_;

  char next() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
    return at_ < end_ ? *at_ : '\0';
  }

  template <class Each>
  void list(char close, const Each& each) {
    ++at_;
    while (at_ < end_ && next() != close) {
      each();
      if (next() == ',') ++at_;
    }
    ++at_;
  }

  std::string string() {
    std::string text;
    next();
    for (++at_; at_ < end_ && *at_ != '"'; ++at_) {
      if (*at_ == '\\' && at_ + 1 < end_) ++at_;  // control characters in names are of no interest to a bot
      text += *at_;
    }
    ++at_;
    return text;
  }
};

/// A row of a table.
class Row {
 public:
  void set(const std::string& name, const Json& value) { values_[name] = value; }
  [[nodiscard]] std::int64_t number(const std::string& name) const { return of(name).number(); }
  [[nodiscard]] const std::string& text(const std::string& name) const { return of(name).text; }
  [[nodiscard]] bool is(const std::string& name) const { return of(name).yes(); }

 private:
  std::map<std::string, Json> values_;

  [[nodiscard]] const Json& of(const std::string& name) const {
    static const Json nothing;
    const auto at = values_.find(name);
    return at == values_.end() ? nothing : at->second;
  }
};

/// What a person in your seat sees.
struct View {
  std::string role;
  std::uint64_t bot_seed = 0;
  std::int64_t tick = 0;
  std::map<std::int64_t, Row> enterprises;     ///< by id
  std::map<std::string, std::int64_t> prices;  ///< by good, of the last auction
  Json me;                                     ///< your own part
  Json news;                                   ///< the public part of the message: also seats, history, events

  [[nodiscard]] const Row* enterprise(std::int64_t id) const {
    const auto at = enterprises.find(id);
    return at == enterprises.end() ? nullptr : &at->second;
  }
  [[nodiscard]] std::int64_t price(const std::string& good) const {
    const auto at = prices.find(good);
    return at == prices.end() ? 0 : at->second;
  }
  /// What work pays: the mean over everybody who works.
  [[nodiscard]] std::int64_t usual_pay() const {
    std::int64_t people = 0;
    std::int64_t pay = 0;
    for (const auto& [id, row] : enterprises) {
      people += row.number("workers");
      pay += row.number("workers") * row.number("expected_pay_mils");
    }
    return people > 0 ? pay / people : 0;
  }

  void take(const Json& message) {
    tick = message["tick"].number();
    me = message["me"];
    news = message.has("snapshot") ? message["snapshot"] : message["delta"];
    const Json& table = news["enterprises"];
    for (std::size_t at = 0; at < table["id"].items.size(); ++at) {
      Row& row = enterprises[table["id"].items[at].number()];
      for (const auto& [name, column] : table.fields)
        if (at < column.items.size()) row.set(name, column.items[at]);
    }
    for (const Json& market : news["markets"].items) prices[market["good"].text] = market["price_mils"].number();
  }
};

/// The orders of one tick, in order.
class Orders {
 public:
  /// A number or the name of a choice.
  struct Value {
    Value(std::int64_t number) : text(std::to_string(number)) {}          // NOLINT: for short orders
    Value(const char* choice) : text('"' + std::string(choice) + '"') {}  // NOLINT
    std::string text;
  };

  void add(std::string_view action, std::initializer_list<std::pair<const char*, Value>> fields) {
    text_ += (text_.empty() ? "{\"" : ",{\"") + std::string(action) + "\":{";
    bool first = true;
    for (const auto& [name, value] : fields) {
      text_ += (first ? "\"" : ",\"") + std::string(name) + "\":" + value.text;
      first = false;
    }
    text_ += "}}";
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

inline std::string ready(const std::vector<std::string>& fields) {
  std::string names;
  for (const std::string& field : fields) names += (names.empty() ? "\"" : ",\"") + field + "\"";
  return names.empty() ? "{\"ready\":{}}" : "{\"ready\":{\"fields\":[" + names + "]}}";
}

/// To the end of the input. Whatever is printed to std::cerr is kept in the bot's log.
inline int converse(const std::vector<std::string>& fields, const std::function<void(const View&, Orders&)>& decide) {
  std::ios::sync_with_stdio(false);
  View view;
  for (std::string line; std::getline(std::cin, line);) {
    const Json message = JsonReader(line).value();
    if (message.has("hello")) {  // a match begins: forget the one before
      view = View{};
      view.role = message["hello"]["role"].text;
      view.bot_seed = std::strtoull(message["hello"]["bot_seed"].text.c_str(), nullptr, 10);
      std::cout << ready(fields) << std::endl;
    } else if (message.has("tick")) {
      view.take(message["tick"]);
      for (const Json& refused : message["tick"]["refused"].items)
        std::cerr << refused["field"].text << ' ' << refused["text"].text << '\n';
      Orders orders;
      decide(view, orders);
      std::cout << "{\"orders\":{\"tick\":" << view.tick << ",\"actions\":[" << orders.text() << "]}}" << std::endl;
    }  // else "end": the result is in it
  }
  return 0;
}
