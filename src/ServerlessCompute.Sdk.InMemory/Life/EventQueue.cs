using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>The appointments to come, earliest first. Used under the engine's lock.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<Appointment, AppointmentOrder> _appointments = new();
    private long _sequence;

    public void Add(Appointment appointment) =>
        _appointments.Enqueue(appointment, new AppointmentOrder(appointment.Due, appointment.Target.OrderName, _sequence++));

    public bool TryPeek([NotNullWhen(true)] out Appointment? next)
    {
        while (_appointments.TryPeek(out next, out _))
        {
            if (!next.IsCancelled)
            {
                return true;
            }

            _appointments.Dequeue();
        }

        return false;
    }

    public void RemoveFirst() => _appointments.Dequeue();
}
