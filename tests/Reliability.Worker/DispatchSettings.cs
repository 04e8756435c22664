namespace Reliability.Worker;

/// <summary>How a process that dispatches equal tasks is started.</summary>
public sealed record DispatchSettings
{
    /// <summary>Where Redis is.</summary>
    public required string Redis { get; init; }

    /// <summary>The namespace of the test.</summary>
    public required string Namespace { get; init; }

    /// <summary>
    /// A file that the test writes when every process is ready: the timestamp of the first round, the same for all of them.
    /// </summary>
    public required string Gate { get; init; }

    /// <summary>How many rounds; all dispatches of a round, of all processes, are equal.</summary>
    public required int Rounds { get; init; }

    /// <summary>How many dispatches a round are in flight at once.</summary>
    public required int Count { get; init; }

    /// <summary>Reads what <see cref="ToArguments"/> wrote.</summary>
    public static DispatchSettings Parse(IReadOnlyList<string> texts)
    {
        var arguments = new Arguments(texts);
        return new DispatchSettings
        {
            Redis = arguments.Text("--redis"),
            Namespace = arguments.Text("--namespace"),
            Gate = arguments.Text("--gate"),
            Rounds = arguments.Number("--rounds"),
            Count = arguments.Number("--count"),
        };
    }

    /// <summary>The command line.</summary>
    public IReadOnlyList<string> ToArguments() =>
        [
            "dispatch", "--redis", Redis, "--namespace", Namespace, "--gate", Gate, "--rounds", Arguments.Write(Rounds), "--count",
            Arguments.Write(Count),
        ];
}
