namespace TaskGen.Brokers.InMemory;

/// <summary>A task of this queue has ended that stands for a node.</summary>
internal sealed class OutgoingReport(CanvasPointer to, TaskRecord ended) : OutgoingDelivery
{
    public override int Bytes => ended.Result.Length + ended.Failure.Length;

    public override Delivery ToDelivery() => new ReportDelivery(Key, to, ended);
}
