namespace TaskGen.Brokers;

/// <summary>A task of this queue has ended that stands for a node.</summary>
internal sealed class InMemoryReport(CanvasPointer to, TaskRecord ended) : InMemoryParcel
{
    public override int Bytes => ended.Result.Length + ended.Failure.Length;

    public override Delivery ToDelivery() => new ReportDelivery(Key, to, ended);
}
