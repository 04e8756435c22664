namespace TaskGen.Brokers.InMemory;

/// <summary>A task of a canvas of this queue is to be canceled.</summary>
internal sealed class OutgoingCancel(StoredCanvas canvas, StoredCanvasNode node) : OutgoingDelivery
{
    public override StoredCanvas Canvas => canvas;

    public StoredCanvasNode Node => node;

    public override int Bytes => node.Plan.Task.Length;

    public override Delivery ToDelivery() => new CancelDelivery(Key, canvas.Id, node.Plan.Index, node.Plan.Task, canvas.CancelReason);
}
