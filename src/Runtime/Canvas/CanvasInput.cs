using System.Globalization;
using TaskGen.Brokers;
using TaskGen.Dispatch;
using TaskGen.Primitives;

namespace TaskGen.Canvases;

/// <summary>
/// The input of a canvas task: the result of the previous part, which becomes the first argument of the task. The input is added to the
/// arguments when the task is dispatched. If the arguments would become too large, a header has the location of the input instead, and the
/// worker reads the input when the task starts.
/// </summary>
/// <param name="Queue">The queue in which the canvas is stored.</param>
/// <param name="Canvas">The id of the canvas.</param>
/// <param name="Group">The number of the group whose results are the input.</param>
/// <param name="Parameter">The name of the parameter that takes the input.</param>
internal sealed record CanvasInput(string Queue, Guid Canvas, int Group, string Parameter)
{
    /// <summary>The header with the location of the input, or with <see cref="Inline"/>.</summary>
    public const string Header = ReservedHeaders.Prefix + "input";

    /// <summary>
    /// The header value of a task whose arguments contain the input. Such arguments may exceed the limit of other payloads.
    /// </summary>
    public const string Inline = "inline";

    private const char Separator = '/';

    /// <summary>Gets the header value from which the worker determines the location of the input.</summary>
    public string ToHeader() =>
        string.Create(CultureInfo.InvariantCulture, $"{Queue}{Separator}{Canvas:N}{Separator}{Group}{Separator}{Parameter}");

    /// <summary>Gets the location of the input from the headers; null if they contain none.</summary>
    public static CanvasInput? Find(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue(Header, out var text)
        && text.Split(Separator, 4) is [var queue, var canvas, var group, var parameter]
        && WireNames.IsValid(queue)
        && Guid.TryParseExact(canvas, "N", out var id)
        && int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CanvasInput(queue, id, number, parameter)
            : null;

    /// <summary>Gets the canvas value that refers to the results of the group.</summary>
    public ReadOnlyMemory<byte> ToValue() => CanvasValue.OfGroup(Group);
}
