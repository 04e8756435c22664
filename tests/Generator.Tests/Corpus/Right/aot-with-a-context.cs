// Native, with a description of every type.
// Property PublishAot=true
using System.Text.Json.Serialization;

[assembly: TaskJsonContext<ShopJson>]

public sealed record Shipment(int Id, string Address);

// Its members are those that the framework's own generator writes.
[JsonSerializable(typeof(Shipment))]
public sealed class ShopJson() : JsonSerializerContext(null)
{
    public static ShopJson Default { get; } = new();
    protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
    public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
}

public sealed class ShipmentTasks
{
    [Task(Name = "shipments.send")]
    public void Send(Shipment shipment) => Console.WriteLine(shipment.Id);
}
