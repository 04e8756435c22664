namespace TaskGen.Sample;

/// <summary>Dispatch and result have the types of the method; an id finds a task again.</summary>
/// <param name="tasks">The client.</param>
/// <param name="output">Where to say it.</param>
internal sealed class TypedCallStep(ITaskClient tasks, TourOutput output) : ITourStep
{
    private const int Below = 10_000;
    private const int PrimesBelow = 1_229;

    public string Title => "10. delay() and get(), typed from end to end";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        TaskHandle<CpuWork> handle = await tasks.QueueTasks.CpuHeavyTask.DelayAsync(Below, cancellationToken);
        CpuWork work = await handle.GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"{nameof(QueueTasks.CpuHeavyTask)}({Below}) is {work}");

        var text = handle.Id.ToString();
        var again = await tasks.GetHandle<CpuWork>(TaskId.Parse(text)).GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"the same from its id alone, {text}: {again.Primes} primes");
        TourOutput.Promise(work.Primes == PrimesBelow && again == work, "the result should have come back as it was");
    }
}
