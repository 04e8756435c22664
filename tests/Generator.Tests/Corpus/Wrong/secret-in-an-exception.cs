// What fails is stored, shown and sent to an error tracker.
public sealed class CardCheckTasks
{
    [Task(Name = "cards.check")]
    public void Check([Sensitive] string number)
    {
        if (number.Length != 16)
        {
            throw new ArgumentException($"Not a card number: {[|TG0306:number|]}");
        }
    }
}
