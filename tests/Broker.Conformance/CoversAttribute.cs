namespace Broker.Conformance;

/// <summary>Says which operation of <see cref="TaskGen.Brokers.IBroker"/> a case proves something about.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAttribute(string operation) : Attribute
{
    public string Operation { get; } = operation;
}
