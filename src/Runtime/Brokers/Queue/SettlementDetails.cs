using TaskGen.Serialization;

namespace TaskGen.Brokers;

/// <summary>
/// Represents the values that a settlement (the outcome of an attempt) stores in addition to its kind. A broker ignores values that the
/// kind does not use.
/// </summary>
internal sealed record SettlementDetails
{
    /// <summary>Gets an empty instance, which is used for a settlement without details.</summary>
    public static SettlementDetails None { get; } = new();

    /// <summary>Gets the number of the attempt, starting at 1; 0 if no attempt was made.</summary>
    public int Attempt { get; init; }

    /// <summary>Gets the time at which the attempt started, by the broker's clock; <see langword="null"/> if no attempt was made.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>
    /// Gets the time until a retried, snoozed, or deferred task can start again, counted from the time at which the broker applies the
    /// settlement.
    /// </summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Gets the encoded result; empty if there is none or if it is not kept.</summary>
    public ReadOnlyMemory<byte> Result { get; init; }

    /// <summary>Gets the failure as <see cref="FailureCodec"/> writes it; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Failure { get; init; }

    /// <summary>Gets the last progress report; empty if the report is already stored or there is none.</summary>
    public ReadOnlyMemory<byte> Progress { get; init; }

    /// <summary>Gets the reason: the reason code of a dead letter, or the reason given by the caller that canceled the task.</summary>
    public string? Reason { get; init; }
}
