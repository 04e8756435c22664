namespace TaskGen.Brokers;

/// <summary>What a broker keeps at most.</summary>
internal sealed record BrokerLimits(TimeSpan DeadLetterRetention, int MaxDeadLetters)
{
    public static BrokerLimits From(TaskGenOptions options) => new(options.DeadLetterRetention, options.MaxDeadLetters);
}
