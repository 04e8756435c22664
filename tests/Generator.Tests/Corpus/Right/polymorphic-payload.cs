// A closed hierarchy that says so.
using System.Text.Json.Serialization;

[JsonDerivedType(typeof(Paid), "paid")]
[JsonDerivedType(typeof(Refunded), "refunded")]
public abstract record PaymentEvent(int Id);
public sealed record Paid(int Id, int Cents) : PaymentEvent(Id);
public sealed record Refunded(int Id) : PaymentEvent(Id);

public sealed class PaymentTasks
{
    [Task(Name = "payments.handle")]
    public int Handle(PaymentEvent message) => message.Id;
}
