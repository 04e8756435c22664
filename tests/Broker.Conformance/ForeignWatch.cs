using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>A watch that no broker made.</summary>
internal sealed class ForeignWatch : IBrokerWatch
{
    public string Channel => "foreign";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
