namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a recorded delivery that reports the end of a task of this queue to a canvas node.</summary>
internal sealed class OutgoingReport(CanvasPointer to, TaskRecord ended) : OutgoingDelivery
{
    public override int Bytes => ended.Result.Length + ended.Failure.Length;

    public override Delivery ToDelivery() => new ReportDelivery(Key, to, ended);
}
