using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using TaskGen.CompilerServices;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>
/// Names one task for ever: a UUID made by whoever dispatches it, and the queue in force at dispatch, its home, by which any
/// process finds it again. Its text is <c>&lt;id&gt;.&lt;queue&gt;</c>.
/// </summary>
[JsonConverter(typeof(TaskIdConverter))]
public readonly record struct TaskId : ISpanParsable<TaskId>
{
    private const int GuidLength = 32;

    private readonly string? _queue;

    /// <summary>Puts an id together from its two parts.</summary>
    /// <param name="value">The unique part; not empty. Version 7 UUIDs keep ids in the order of their making.</param>
    /// <param name="queue">The home queue: letters, digits, <c>.</c>, <c>_</c>, <c>-</c>, 1 to 200 characters.</param>
    /// <exception cref="ArgumentException">A part is not valid.</exception>
    public TaskId(Guid value, string queue)
    {
        if (value == Guid.Empty)
        {
            throw new ArgumentException("A task id cannot be the empty UUID.", nameof(value));
        }

        Value = value;
        _queue = WireNames.Check(queue, "queue", nameof(queue));
    }

    /// <summary>The unique part.</summary>
    public Guid Value { get; }

    /// <summary>The home queue.</summary>
    public string Queue => _queue ?? "";

    /// <summary>Reads the text of an id.</summary>
    /// <param name="text"><c>&lt;id&gt;.&lt;queue&gt;</c></param>
    /// <returns>The id.</returns>
    /// <exception cref="FormatException">The text is not a task id.</exception>
    public static TaskId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <summary>Reads the text of an id.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="id">The id, where the text is one.</param>
    /// <returns>Whether the text is a task id.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TaskId id) => TryParse(text.AsSpan(), out id);

    // Explicit, so that analyzers do not ask for a culture where the text is the same everywhere.
    static TaskId IParsable<TaskId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TaskId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TaskId result) =>
        TryParse(s.AsSpan(), out result);

    static TaskId ISpanParsable<TaskId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<TaskId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TaskId result) =>
        TryParse(s, out result);

    /// <summary>The text that <see cref="Parse(string)"/> reads.</summary>
    /// <returns><c>&lt;id&gt;.&lt;queue&gt;</c></returns>
    public override string ToString() => $"{Value:N}.{Queue}";

    private static TaskId Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException(
                $"'{WireNames.Show(text)}' is not a task id. Its text is <id>.<queue>: "
                + "32 hexadecimal digits, a dot, and the name of the queue.");

    private static bool TryParse(ReadOnlySpan<char> text, out TaskId id)
    {
        id = default;
        if (text.Length <= GuidLength + 1
            || text[GuidLength] != '.'
            || !Guid.TryParseExact(text[..GuidLength], "N", out var value)
            || value == Guid.Empty
            || !WireNames.IsValid(text[(GuidLength + 1)..]))
        {
            return false;
        }

        id = new TaskId(value, text[(GuidLength + 1)..].ToString());
        return true;
    }
}
