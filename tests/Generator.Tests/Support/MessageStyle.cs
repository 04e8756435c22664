using System.Text.RegularExpressions;

namespace Generator.Tests.Support;

/// <summary>
/// The style of messages, as <c>docs/contributing/plain-english.md</c> describes it, for message formats and for composed messages.
/// </summary>
internal static partial class MessageStyle
{
    /// <summary>Checks that a message consists of one sentence without a period, or of two sentences with periods.</summary>
    public static void Check(string message)
    {
        var sentences = SentenceEnd().Split(message);
        Assert.True(sentences.Length is 1 or 2, $"{sentences.Length} sentences: {message}");
        Assert.True(message.EndsWith('.') == (sentences.Length == 2) && !message.EndsWith("..", StringComparison.Ordinal), message);
        Assert.All(sentences, static sentence => Assert.Matches(SentenceStart(), sentence));
        Assert.DoesNotMatch(Forbidden(), message);
        Assert.Equal(message.Trim(), message);
    }

    [GeneratedRegex(@"(?<=\S\.) ")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^[A-Z\['{]")]
    private static partial Regex SentenceStart();

    /// <summary>Line breaks, repeated spaces, semicolons between clauses, questions, and words that the guide replaces.</summary>
    [GeneratedRegex(
        @"[\r\n]|  |; |\?$|\b(travel\w*|(any|every|no|some)body|whoever|whatever|whichever|wherever|unheard|otherwise|in vain|for good)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
