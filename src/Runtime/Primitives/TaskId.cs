using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using TaskGen.CompilerServices;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>
/// Identifies a task. It consists of a UUID, which the client creates at the dispatch, and the queue that the task is dispatched to.
/// </summary>
/// <remarks>
/// The string form of an id is <c>&lt;uuid&gt;.&lt;queue&gt;</c>. Any process that uses the same broker and namespace can find the task by
/// its id.
/// </remarks>
[JsonConverter(typeof(TaskIdConverter))]
public readonly record struct TaskId : ISpanParsable<TaskId>
{
    private const int GuidLength = 32;

    private readonly string? _queue;

    /// <summary>Initializes a new instance of the <see cref="TaskId"/> structure.</summary>
    /// <param name="value">
    /// The UUID, which cannot be <see cref="Guid.Empty"/>. Version 7 UUIDs sort in the order in which they were created.
    /// </param>
    /// <param name="queue">The queue: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>.</param>
    /// <exception cref="ArgumentException">The UUID is empty, or the queue name is not valid.</exception>
    public TaskId(Guid value, string queue)
    {
        if (value == Guid.Empty)
        {
            throw new ArgumentException("A task id cannot be the empty UUID.", nameof(value));
        }

        Value = value;
        _queue = WireNames.Check(queue, "queue", nameof(queue));
    }

    /// <summary>Gets the UUID of the task.</summary>
    public Guid Value { get; }

    /// <summary>Gets the queue that the task was dispatched to; empty for the default value of this structure.</summary>
    public string Queue => _queue ?? "";

    /// <summary>Converts a string to a task id.</summary>
    /// <param name="text">The string, in the form <c>&lt;uuid&gt;.&lt;queue&gt;</c>.</param>
    /// <returns>The task id.</returns>
    /// <exception cref="FormatException">The string is not a task id.</exception>
    public static TaskId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <summary>Tries to convert a string to a task id.</summary>
    /// <param name="text">The string, in the form <c>&lt;uuid&gt;.&lt;queue&gt;</c>, or <see langword="null"/>.</param>
    /// <param name="id">The task id if the conversion succeeded; otherwise, the default value.</param>
    /// <returns><see langword="true"/> if the string is a task id; otherwise, <see langword="false"/>.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TaskId id) => TryParse(text.AsSpan(), out id);

    // These implementations are explicit, so that analyzers do not require callers to specify a culture. A task id does not depend on the
    // culture.
    static TaskId IParsable<TaskId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TaskId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TaskId result) =>
        TryParse(s.AsSpan(), out result);

    static TaskId ISpanParsable<TaskId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<TaskId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TaskId result) =>
        TryParse(s, out result);

    /// <summary>Returns the string form of the task id, which <see cref="Parse(string)"/> converts back to a task id.</summary>
    /// <returns>The string, in the form <c>&lt;uuid&gt;.&lt;queue&gt;</c>.</returns>
    public override string ToString() => $"{Value:N}.{Queue}";

    private static TaskId Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException(
                $"'{WireNames.Show(text)}' is not a task id. A task id has the form <uuid>.<queue>: "
                + "32 hexadecimal digits, a dot, and the queue name.");

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
