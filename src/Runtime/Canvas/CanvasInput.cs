using System.Globalization;
using TaskGen.Brokers;
using TaskGen.Dispatch;
using TaskGen.Primitives;

namespace TaskGen.Canvases;

/// <summary>
/// The first argument of a task of a canvas that is the result of what came before. It is put among the arguments at dispatch; where they
/// would be too large for that, the headers say where it is, and the worker reads it when the task starts.
/// </summary>
/// <param name="Queue">The queue that the canvas lies in.</param>
/// <param name="Canvas">The canvas.</param>
/// <param name="Group">The group whose results it is.</param>
/// <param name="Parameter">The parameter that takes it.</param>
internal sealed record CanvasInput(string Queue, Guid Canvas, int Group, string Parameter)
{
    /// <summary>Where the input is, or <see cref="Inline"/>.</summary>
    public const string Header = ReservedHeaders.Prefix + "input";

    /// <summary>Says that the input is among the arguments, which may be larger than others for it.</summary>
    public const string Inline = "inline";

    private const char Separator = '/';

    /// <summary>What tells the worker where the input is.</summary>
    public string ToHeader() =>
        string.Create(CultureInfo.InvariantCulture, $"{Queue}{Separator}{Canvas:N}{Separator}{Group}{Separator}{Parameter}");

    /// <summary>Where the headers say that the input is; null where they say nothing.</summary>
    public static CanvasInput? Find(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue(Header, out var text)
        && text.Split(Separator, 4) is [var queue, var canvas, var group, var parameter]
        && WireNames.IsValid(queue)
        && Guid.TryParseExact(canvas, "N", out var id)
        && int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CanvasInput(queue, id, number, parameter)
            : null;

    /// <summary>The value that a canvas keeps for the group.</summary>
    public ReadOnlyMemory<byte> ToValue() => CanvasValue.OfGroup(Group);
}
