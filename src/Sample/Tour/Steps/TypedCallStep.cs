namespace TaskGen.Sample;

/// <summary>
/// Shows that the arguments and the result of a dispatch have the same types as in the task method, and that a handle can be created from a
/// task id.
/// </summary>
/// <param name="tasks">The client.</param>
/// <param name="output">The output of the step.</param>
internal sealed class TypedCallStep(ITaskClient tasks, TourOutput output) : ITourStep
{
    private const int Below = 10_000;
    private const int PrimesBelow = 1_229;

    public string Title => "10. Typed calls";

    public string Shows => "Arguments and result have the types of the method";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        // <snippet TypedCallStep>
        TaskHandle<CpuWork> handle = await tasks.QueueTasks
            .CpuHeavyTask.DelayAsync(Below, cancellationToken);
        CpuWork work = await handle.GetAsync(cancellationToken);

        // The id, as a string, finds the task from any process.
        var text = handle.Id.ToString();
        var again = await tasks.GetHandle<CpuWork>(TaskId.Parse(text))
            .GetAsync(cancellationToken);
        // </snippet>
        output.Say($"{nameof(QueueTasks.CpuHeavyTask)}({Below}) returned {work}");
        output.Say($"The id {text} found the same result");
        output.Check(work.Primes == PrimesBelow, $"There are {PrimesBelow} primes below {Below}");
        output.Check(again == work, "The task was found by its id");
    }
}
