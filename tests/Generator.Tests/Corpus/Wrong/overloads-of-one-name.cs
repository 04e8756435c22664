// Two overloads, one name: which of them runs?
public sealed class InvoiceTasks
{
    [Task] public void [|TG0006:Send|](int id) => Console.WriteLine(id);
    [Task] public void [|TG0006:Send|](string number) => Console.WriteLine(number);
}
