using TaskGen.Serialization;

namespace TaskGen.Brokers;

/// <summary>What a settlement writes besides its kind. What a kind does not need is ignored.</summary>
internal sealed record SettlementDetails
{
    /// <summary>Stands for the details of a settlement that came without.</summary>
    public static SettlementDetails None { get; } = new();

    /// <summary>The attempt that was made, from 1; 0 where none was.</summary>
    public int Attempt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long a retried or snoozed task waits, from the broker's now.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The result; empty where there is none or it is not kept.</summary>
    public ReadOnlyMemory<byte> Result { get; init; }

    /// <summary>The failure as <see cref="FailureCodec"/> writes it; empty: none.</summary>
    public ReadOnlyMemory<byte> Failure { get; init; }

    /// <summary>The last progress report, where it has not been stored yet.</summary>
    public ReadOnlyMemory<byte> Progress { get; init; }

    /// <summary>Why it ended or went back, in a word or two.</summary>
    public string? Reason { get; init; }
}
