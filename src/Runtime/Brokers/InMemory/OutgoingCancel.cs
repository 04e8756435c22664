namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a recorded delivery that cancels a task of a canvas, which is stored in this queue.</summary>
internal sealed class OutgoingCancel(StoredCanvas canvas, StoredCanvasNode node) : OutgoingDelivery
{
    public override StoredCanvas Canvas => canvas;

    public StoredCanvasNode Node => node;

    public override int Bytes => node.Plan.Task.Length;

    public override Delivery ToDelivery() => new CancelDelivery(Key, canvas.Id, node.Plan.Index, node.Plan.Task, canvas.CancelReason);
}
