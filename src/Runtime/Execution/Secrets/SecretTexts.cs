using System.Buffers;
using System.Text;

namespace TaskGen.Execution;

/// <summary>
/// Masks secret strings in other strings. Case is ignored. A secret with fewer than four characters is masked only where it is a separate
/// word, because short strings are part of many words. A single character is not treated as a secret.
/// </summary>
internal sealed class SecretTexts
{
    /// <summary>The minimum length of secrets that are also masked inside words.</summary>
    public const int LeastInside = 4;

    private const int Least = 2;

    private readonly HashSet<string> _all = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<char, List<string>> _byStart = [];
    private readonly SearchValues<string>? _search;
    private readonly int _longest;

    public SecretTexts(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret.Length >= Least && !string.IsNullOrWhiteSpace(secret))
            {
                _all.Add(secret);
            }
        }

        foreach (var secret in _all)
        {
            _longest = Math.Max(_longest, secret.Length);
            var start = char.ToUpperInvariant(secret[0]);
            if (!_byStart.TryGetValue(start, out var same))
            {
                _byStart.Add(start, same = []);
            }

            same.Add(secret);
        }

        _search = _all.Count == 0 ? null : SearchValues.Create([.. _all], StringComparison.OrdinalIgnoreCase);
    }

    private SecretTexts() => IsUnknown = true;

    /// <summary>An instance for secrets that could not be read. It masks every string completely.</summary>
    public static SecretTexts Unknown { get; } = new();

    public bool IsUnknown { get; }

    /// <summary>Determines whether the whole string is a secret.</summary>
    public bool Has(string text) => IsUnknown || _all.Contains(text);

    /// <summary>Returns a string with all secrets masked. Overlapping secrets are replaced with one mask.</summary>
    public string Redact(string text)
    {
        if (IsUnknown)
        {
            return text.Length == 0 ? text : SensitiveJson.Mask;
        }

        StringBuilder? redacted = null;
        var kept = 0;
        for (var at = 0; FindMatch(text, at, text.Length) is var (start, length) && length > 0;)
        {
            // Secrets can overlap. If only the first one were masked, a part of the second one would remain.
            var end = start + length;
            for (at = start + 1; FindMatch(text, at, end) is var (next, more) && more > 0; at = next + 1)
            {
                end = Math.Max(end, next + more);
            }

            redacted = (redacted ?? new StringBuilder(text.Length)).Append(text, kept, start - kept).Append(SensitiveJson.Mask);
            kept = at = end;
        }

        return redacted is null ? text : redacted.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>
    /// Finds the first secret that starts at or after one position and before another position. The length is 0 if there is none.
    /// </summary>
    private (int Start, int Length) FindMatch(string text, int from, int before)
    {
        while (_search is not null && from < before)
        {
            var window = text.AsSpan(from, Math.Min(text.Length, before - 1 + _longest) - from);
            var offset = window.IndexOfAny(_search);
            if (offset < 0 || from + offset >= before)
            {
                return default;
            }

            var start = from + offset;
            if (LongestAt(text, start) is > 0 and var length)
            {
                return (start, length);
            }

            from = start + 1;
        }

        return default;
    }

    private int LongestAt(string text, int start)
    {
        var longest = 0;
        foreach (var secret in _byStart.GetValueOrDefault(char.ToUpperInvariant(text[start])) ?? [])
        {
            if (secret.Length > longest
                && string.Compare(text, start, secret, 0, secret.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (secret.Length >= LeastInside || StandsAlone(text, start, secret.Length)))
            {
                longest = secret.Length;
            }
        }

        return longest;
    }

    private static bool StandsAlone(string text, int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
        && (start + length == text.Length || !char.IsLetterOrDigit(text[start + length]));
}
