// Overloads that say who they are.
public sealed class InvoiceTasks
{
    [Task(Name = "invoices.byId")] public void Send(int id) => Console.WriteLine(id);
    [Task(Name = "invoices.byNumber")] public void Send(string number) => Console.WriteLine(number);
}
