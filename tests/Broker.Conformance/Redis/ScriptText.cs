using System.Text.RegularExpressions;
using TaskGen.Brokers.Redis;

namespace Broker.Conformance;

/// <summary>
/// Looks into the Lua of a script, as far as its tests need: what it calls, and what it names without having said what that is.
/// </summary>
internal static partial class ScriptText
{
    private static readonly HashSet<string> Keywords =
    [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local", "nil", "not", "or", "repeat",
        "return", "then", "true", "until", "while",
    ];

    private static readonly HashSet<string> Globals =
        ["ARGV", "KEYS", "ipairs", "math", "pairs", "redis", "string", "struct", "table", "tonumber", "type", "unpack"];

    /// <summary>The commands that a script names.</summary>
    public static IEnumerable<string> Commands(BrokerScript script) =>
        Call().Matches(script.Text).Select(static match => match.Groups[1].Value).Distinct();

    /// <summary>
    /// Names that nothing above them declares: neither a header, nor a local, a parameter or a loop. Scopes are not told apart, so it finds
    /// what is declared nowhere or too late.
    /// </summary>
    public static IReadOnlyList<string> FreeNames(string lua)
    {
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var free = new SortedSet<string>(StringComparer.Ordinal);
        var tokens = Tokens(lua);
        var brackets = new Stack<string>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token is "{" or "(" or "[")
            {
                brackets.Push(token);
            }
            else if (token is "}" or ")" or "]")
            {
                brackets.Pop();
            }
            else if (token is "local" or "for")
            {
                declared.UnionWith(NamesFrom(
                    tokens, index + (tokens[index + 1] == "function" ? 2 : 1), tokens[index + 1] == "function" ? 1 : int.MaxValue));
            }
            else if (token == "function")
            {
                declared.UnionWith(NamesFrom(tokens, tokens.IndexOf("(", index) + 1, int.MaxValue));
            }
            else if (IsName(token)
                && tokens[index - 1] is not ("." or ":")
                && !IsField(tokens, index, brackets)
                && !declared.Contains(token)
                && !Globals.Contains(token))
            {
                free.Add(token);
            }
        }

        return [.. free];
    }

    /// <summary>Names, marks, and strings as <c>''</c>; no comments.</summary>
    public static List<string> Tokens(string lua) =>
        [
            "",
            .. Token()
            .Matches(lua)
            .Where(static match =>
                !match.Value.StartsWith("--", StringComparison.Ordinal) && !match.Value.StartsWith("#!", StringComparison.Ordinal))
                .Select(static match => match.Value[0] is '\'' or '"' ? "''" : match.Value), ""];

    private static IEnumerable<string> NamesFrom(List<string> tokens, int start, int most)
    {
        for (var index = start; most > 0 && IsName(tokens[index]); index += 2, most--)
        {
            yield return tokens[index];
            if (tokens[index + 1] != ",")
            {
                yield break;
            }
        }
    }

    private static bool IsField(List<string> tokens, int index, Stack<string> brackets) =>
        brackets.TryPeek(out var open) && open == "{" && tokens[index + 1] == "=" && tokens[index - 1] is "{" or ",";

    private static bool IsName(string token) =>
        token.Length > 0 && (char.IsLetter(token[0]) || token[0] == '_') && !Keywords.Contains(token);

    [GeneratedRegex(@"redis\.p?call\('([A-Z]+)'")]
    private static partial Regex Call();

    [GeneratedRegex(
        @"^#!.*$|--[^\n]*|'(?:\\.|[^'\\\n])*'|""(?:\\.|[^""\\\n])*""|[A-Za-z_]\w*|\d[\w.]*|[=~<>]=|\.{2,3}|\S", RegexOptions.Multiline)]
    private static partial Regex Token();
}
