using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TaskGen.Brokers;

/// <summary>
/// Represents how many tasks of a canvas have ended. The record of the canvas contains it as a progress report, with one more property for
/// the failed tasks: <c>{"c":ended,"t":members,"f":failed}</c>.
/// </summary>
/// <param name="Members">The number of tasks whose end counts.</param>
/// <param name="Ended">The number of those tasks that have ended.</param>
/// <param name="Failed">The number of those tasks that have ended and have not succeeded.</param>
internal readonly record struct CanvasCounts(int Members, int Ended, int Failed)
{
    /// <summary>Determines whether the end of a node counts. A task that runs only after a failure does not count.</summary>
    /// <param name="node">The node.</param>
    /// <param name="find">A function that returns the node with an index.</param>
    public static bool Counts(CanvasNode node, Func<int, CanvasNode> find)
    {
        while (node.Parent >= 0)
        {
            node = find(node.Parent);
        }

        return node.Parent == CanvasNode.Whole;
    }

    /// <summary>Reads the counts from a progress report; null if the report is not that of a canvas.</summary>
    public static CanvasCounts? Read(ReadOnlySpan<byte> progress)
    {
        var counts = default(CanvasCounts);
        var isCanvas = false;
        var reader = new Utf8JsonReader(progress);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isEnded, isMembers, isFailed) =
                (reader.ValueTextEquals("c"u8), reader.ValueTextEquals("t"u8), reader.ValueTextEquals("f"u8));
            reader.Read();
            if ((isEnded || isMembers || isFailed) && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            {
                counts = isEnded ? counts with { Ended = number }
                    : isMembers ? counts with { Members = number }
                    : counts with { Failed = number };
                isCanvas |= isFailed;
            }

            reader.Skip();
        }

        return isCanvas ? counts : null;
    }

    /// <summary>Returns the counts as a progress report; empty if the canvas has no task that counts.</summary>
    public ReadOnlyMemory<byte> Write() => Members == 0
        ? default
        : Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{{\"c\":{Ended},\"t\":{Members},\"f\":{Failed}}}"));

    /// <summary>Returns the counts after one more task has ended.</summary>
    public CanvasCounts After(TaskState end) => this with { Ended = Ended + 1, Failed = Failed + (end == TaskState.Succeeded ? 0 : 1) };
}
