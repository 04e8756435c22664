namespace TaskGen.Brokers;

/// <summary>Specifies how many dead letters a broker keeps, and for how long.</summary>
/// <param name="DeadLetterRetention">How long a dead letter is kept. Maintenance removes dead letters that are older.</param>
/// <param name="MaxDeadLetters">
/// The maximum number of dead letters per queue. When a new dead letter exceeds this number, the oldest one is removed.
/// </param>
internal sealed record BrokerLimits(TimeSpan DeadLetterRetention, int MaxDeadLetters)
{
    public static BrokerLimits From(TaskGenOptions options) => new(options.DeadLetterRetention, options.MaxDeadLetters);
}
