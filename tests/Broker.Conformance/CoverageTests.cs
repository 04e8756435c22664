using System.Reflection;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>An operation without a case is an operation that every broker may get wrong.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Every_operation_of_the_contract_has_a_case()
    {
        var covered = typeof(BrokerConformance).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .SelectMany(method => method.GetCustomAttributes<CoversAttribute>())
            .Select(covers => covers.Operation)
            .ToHashSet(StringComparer.Ordinal);

        var operations =
            typeof(IBroker).GetInterfaces().Append(typeof(IBroker)).SelectMany(part => part.GetMethods()).Select(method => method.Name);
        var uncovered = operations.Where(name => !covered.Contains(name)).Order();

        Assert.NotEmpty(operations);
        Assert.Empty(uncovered);
    }
}
