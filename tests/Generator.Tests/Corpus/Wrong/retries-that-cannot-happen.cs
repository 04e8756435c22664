// Three retries, and none after any exception.
public sealed class InvoiceTasks
{
    [Task(Name = "invoices.send", Retry = 3)]
    [[|TG0020:GiveUpOn<Exception>|]]
    public void Send(int id) => Console.WriteLine(id);
}
