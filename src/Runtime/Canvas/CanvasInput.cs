using System.Globalization;
using TaskGen.Brokers;
using TaskGen.Dispatch;
using TaskGen.Primitives;

namespace TaskGen.Canvases;

/// <summary>
/// Represents the location of a canvas task's input: the result of the previous part, which becomes the first argument of the task.
/// Usually, the input is added to the arguments when the task is enqueued. If the arguments would become too large, a header contains the
/// location of the input instead, and the worker reads the input when the task starts.
/// </summary>
/// <param name="Queue">The queue in which the canvas is stored.</param>
/// <param name="Canvas">The id of the canvas.</param>
/// <param name="Group">The node index of the group whose results are the input.</param>
/// <param name="Parameter">The name of the parameter that receives the input.</param>
internal sealed record CanvasInput(string Queue, Guid Canvas, int Group, string Parameter)
{
    /// <summary>
    /// The name of the header that contains the location of the input, or <see cref="Inline"/> if the input is part of the arguments.
    /// </summary>
    public const string Header = ReservedHeaders.Prefix + "input";

    /// <summary>
    /// The header value of a task whose arguments contain the input. Such arguments can be larger than the payload limit of other tasks.
    /// </summary>
    public const string Inline = "inline";

    private const char Separator = '/';

    /// <summary>Returns the header value from which the worker determines the location of the input.</summary>
    public string ToHeader() =>
        string.Create(CultureInfo.InvariantCulture, $"{Queue}{Separator}{Canvas:N}{Separator}{Group}{Separator}{Parameter}");

    /// <summary>Reads the location of the input from the headers of a task; <see langword="null"/> if they contain none.</summary>
    public static CanvasInput? Find(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue(Header, out var text)
        && text.Split(Separator, 4) is [var queue, var canvas, var group, var parameter]
        && WireNames.IsValid(queue)
        && Guid.TryParseExact(canvas, "N", out var id)
        && int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CanvasInput(queue, id, number, parameter)
            : null;

    /// <summary>Returns the canvas value that refers to the results of the group.</summary>
    public ReadOnlyMemory<byte> ToValue() => CanvasValue.OfGroup(Group);
}
