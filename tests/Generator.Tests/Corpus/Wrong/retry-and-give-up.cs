// One exception, two orders.
public sealed class PaymentTasks
{
    [Task(Name = "payments.charge", Retry = 3)]
    [[|TG0014:RetryOn<TimeoutException>|]]
    [GiveUpOn<TimeoutException>]
    public void Charge(int id) => Console.WriteLine(id);
}
