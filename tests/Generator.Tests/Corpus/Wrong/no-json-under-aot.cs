// Works in a debug build, and fails where it was published natively.
// Property PublishAot=true
public sealed record Shipment(int Id, string Address);

public sealed class ShipmentTasks
{
    [Task(Name = "shipments.send")]
    public void Send(Shipment [|TG0106:shipment|]) => Console.WriteLine(shipment.Id);
}
