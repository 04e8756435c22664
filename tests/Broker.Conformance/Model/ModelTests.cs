using CsCheck;

namespace Broker.Conformance;

/// <summary>Random steps against a broker and the reference. A failure prints the seed that repeats it.</summary>
public sealed class ModelTests
{
    private const int MaxSteps = 80;
    private const int Runs = 3000;

    // What makes and moves tasks comes more often than what ends workers, or nothing would live long enough to be seen.
    private static readonly Gen<ModelAction> Actions = Gen.Frequency(
        (6, Gen.Const(ModelAction.Enqueue)),
        (6, Gen.Const(ModelAction.Lease)),
        (8, Gen.Const(ModelAction.Settle)),
        (3, Gen.Const(ModelAction.Start)),
        (3, Gen.Const(ModelAction.Cancel)),
        (4, Gen.Const(ModelAction.Maintain)),
        (4, Gen.Const(ModelAction.Advance)),
        (10, Gen.Enum<ModelAction>()));

    private static readonly Gen<ModelStep> Steps =
        Gen.Select(Actions, Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], (action, a, b, c, d) => new ModelStep(action, a, b, c, d));

    [Fact]
    public void The_broker_in_memory_does_what_the_reference_does() =>
        Steps.Array[1, MaxSteps].Sample(
            steps => new ModelRun((time, limits) => new InMemoryModelBroker(time, limits)).RunAsync(steps).GetAwaiter().GetResult(),
            iter: Runs,
            print: steps => string.Join(Environment.NewLine, steps));
}
