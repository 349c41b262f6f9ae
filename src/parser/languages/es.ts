/** Spanish, of Spain and of Latin America. */

import type { PhraseTable } from '../phrases/table.ts';

const ones = ['uno | un | una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'];
const tens = ['treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];

/** "treinta" to "noventa y nueve". */
function compounds(): Record<string, string> {
  const numbers: Record<string, string> = {};
  tens.forEach((ten, index) => {
    numbers[String(30 + 10 * index)] = ten;
    ones.forEach((one, unit) => {
      const each = one.split(' | ').map((word) => `${ten} y ${word} | ${ten}i${word}`);
      numbers[String(31 + 10 * index + unit)] = each.join(' | ');
    });
  });
  return numbers;
}

export const es: PhraseTable = {
  code: 'es',
  fullClock: false,
  statuses: {
    available: `
      disponible | libre | en línea | conectado/conectada | localizable | accesible | disponible otra vez | disponible de nuevo | de nuevo disponible | otra vez disponible | ya disponible |
      en verde | verde | online | desocupado/desocupada | listo/lista para trabajar | como disponible`,
    busy: `
      ocupado/ocupada | muy/bastante/súper/re ocupado/ocupada | ocupadísimo/ocupadísima | liado/liada | muy/bastante liado/liada | atareado/atareada | muy atareado/atareada | a tope | hasta arriba | hasta arriba de trabajo/curro |
      hasta el cuello | a full | trabajando | currando | en rojo | rojo | con mucho trabajo | con mucho lío | con mucho curro | ajetreado/ajetreada | saturado/saturada | enredado/enredada | busy`,
    doNotDisturb: `
      no molestar | no/ molestarme no | no_me molesten/molestes/moleste/molestéis/interrumpan/interrumpas/interrumpa/interrumpáis | no_me moleste/interrumpa/hable/llame/escriba/distraiga nadie | no_me molesten/interrumpan más | que_nadie/nadie me moleste/interrumpa en | no_me molesten/molestes/interrumpan en | que no_me molesten/interrumpan/moleste_nadie/interrumpa_nadie en | no_me moleste/interrumpa nadie en | que nadie_me moleste/interrumpa/hable/escriba | nadie_me moleste |
      que no_me moleste/interrumpa nadie | que no_me molesten/interrumpan/moleste/interrumpa/escriban/llamen/distraigan | no quiero que me molesten/interrumpan/moleste/interrumpa en/ | no quiero que nadie_me moleste/interrumpa en | no quiero que me moleste/interrumpa nadie_en | no quiero que me moleste/interrumpa nadie | no quiero que nadie me moleste/interrumpa | no quiero ser molestado/molestada/interrumpido/interrumpida |
      no quiero interrupciones/molestias/que_nadie_me_moleste/notificaciones/ruido | no deseo ser molestado/molestada | sin interrupciones/molestias/distracciones/notificaciones/que_me_molesten/que_nadie_me_moleste | no interrumpir | no interrupciones | no molestéis | no molesten | no molestes | no moleste | prohibido molestar |
      que no se me moleste | en no molestar | modo no molestar | en modo no molestar | dnd | no disturbar | no quiero que me moleste | evita que me molesten | que no me llegue nada | que no me lleguen notificaciones/mensajes/avisos | no fastidiar | sin ser molestado/molestada |
      dejadme en paz | déjenme en paz | déjame en paz | déjenme tranquilo/tranquila | no estoy para nadie | no puedo ser molestado/molestada/interrumpido/interrumpida | nadie me interrumpa | no jodan`,
    beRightBack: `
      vuelvo/regreso enseguida/en_seguida/pronto/ahora/ya/ahorita/en_breve/en_un_momento/en_un_momentito/en_un_instante/en_un_segundo/en_nada/en_un_ratito/en_un_rato/al_momento/ya_mismo/ahora_mismo/rápido/en_un_periquete/de_inmediato/inmediatamente/en_unos_instantes/en_un_seg |
      enseguida/en_seguida/pronto/ahora/ya/ahorita/ahora_mismo/ya_mismo/en_breve/en_un_momento/al_rato/al_tiro vuelvo/regreso | enseguida/en_seguida/pronto/ahora/ahorita estoy/estaré de_vuelta/aquí/con_vosotros/con_ustedes | estoy/estaré de_vuelta enseguida/pronto/en_breve/en_un_momento | vuelta enseguida | no tardo | no tardo nada | salgo un momento/momentito/segundo |
      volveré/regresaré enseguida/pronto/en_breve/en_un_momento | de vuelta enseguida/pronto/en_breve/ahora | vuelvo en cinco | ya vengo | ahora vengo | ahorita vengo | vengo enseguida/ahora/ya | ausente un momento/momentito | fuera un momento/momentito | me ausento un momento/momentito | salí un momento/momentito/segundo | vuelvo al tiro | vuelvo luego luego`,
    away: `
      ausente | fuera | afuera | no estoy | no estoy en/ mi/el/ sitio/puesto/mesa/escritorio/ordenador/computadora/computador/pc/lugar | no estoy en la/mi mesa/computadora/compu | no estoy delante/frente del/al/de_la ordenador/pc/computadora | lejos/fuera del/de_la/de_mi/de_el ordenador/teclado/pc/computadora/compu/escritorio/puesto/mesa/sitio |
      comiendo | almorzando | desayunando | cenando | merendando | en el almuerzo | en la comida | en el desayuno | en hora/horario de comida/almuerzo | en la hora de la comida | en la hora del almuerzo | a comer | a almorzar | a desayunar | me voy/fui a comer/almorzar/desayunar/cenar | voy a comer/almorzar/desayunar/cenar | salgo/salí a comer/almorzar/desayunar/caminar/pasear |
      en/de descanso/pausa/receso/break | en un/mi descanso/receso/break | en una/mi/la pausa | descansando | tomando un/el café/cafecito/descanso | tomando algo | tomándome un café/descanso | de recreo | en el café | pausa para/de comer/café/almorzar | salgo a por un café | por ahí | en camino | de camino | yendo | fuera de mi sitio/puesto/mesa | apartado del ordenador | alejado del ordenador | no presente | paseando al perro |
      haciendo un/una descanso/pausa | en la pausa/hora del café/almuerzo | en la pausa de la comida | pausa para comer | me ausento | ausentarme | salir a comer | fuera de línea de vista | aparecer ausente | aparecer como ausente | away from keyboard`,
    offline: `
      desconectado/desconectada | sin conexión | fuera de línea | invisible | aparecer sin_conexión/desconectado/desconectada/offline/fuera_de_línea/invisible | como/ offline | no conectado/conectada | off line | oculto/oculta | no visible | modo invisible | no en línea | desconexión | aparecer como desconectado/desconectada/sin_conexión/offline/invisible | parecer desconectado/desconectada`,
    presenting: `
      presentando | en una presentación | en la presentación | en presentación | haciendo/dando una/la presentación/charla/ponencia/demo | exponiendo | compartiendo pantalla | compartiendo mi/la pantalla | de presentación | modo presentación | en modo presentación/presentador | en una exposición | en una demo | haciendo una demo | dando una charla | dando una clase | impartiendo una clase/formación | en plena presentación |
      presento | dando una conferencia | en una ponencia | presentando pantalla | presentar | hacer una presentación`,
    inACall: `
      en una llamada | en llamada | en la llamada | en otra llamada | al teléfono | hablando por teléfono | por teléfono | en una videollamada | en videollamada | en una llamada/videollamada de/por/en teams/trabajo | en una llamada telefónica/de_teléfono/de_voz/larga/importante/con_un_cliente | en call | en una call | atendiendo una llamada | en el teléfono | hablando/estoy por/al teléfono | de llamada | llamando | en una llamada de vídeo/video | teniendo una llamada | pegado/pegada al teléfono | en un call | en llamadas`,
    inAConferenceCall: `
      en una llamada de/en conferencia/grupo/grupal | en llamada de/en conferencia/grupo | en una llamada grupal | en llamada grupal | en una teleconferencia | en teleconferencia | en conferencia | en una conferencia | en la conferencia | en una conferencia telefónica | en una videoconferencia | en videoconferencia | en la teleconferencia/videoconferencia | en una audioconferencia | en audioconferencia | en una multiconferencia | en multiconferencia |
      llamada de/en conferencia | teleconferencia | videoconferencia | en una conference call | en conference call | en una llamada de conferencias | en una llamada múltiple | en una llamada entre varios | audioconferencia | en una llamada a tres`,
    meeting: `
      en una/la/otra reunión/junta/cita/meeting/sesión_de_trabajo | en reunión | en una reu | en reu | en la reu | en reuniones | en junta | en juntas | reunido/reunida | en un meeting | en el meeting | en una reunión/junta larga/importante/de_equipo/de_trabajo/de_teams/con_un_cliente/con_el_cliente/con_clientes/por_teams/en_teams | en una meeting | en meeting | en comité | en la daily | en una daily | en el daily | en un comité | en una cita | con un cliente en reunión`,
    outOfOffice: `
      fuera de la/mi oficina | fuera de oficina | de vacaciones | vacaciones | en vacaciones | de baja | de baja médica/paternal/maternal | enfermo/enferma | malo/mala | de permiso | de viaje | de viaje de trabajo/negocios | en un viaje de trabajo/negocios | de licencia | con licencia | de incapacidad | de feriado | de día libre | día libre | no estoy en la oficina | respuesta automática | respuestas automáticas | fuera del trabajo | de vacas | incapacitado/incapacitada`,
    focus: `
      concentrado/concentrada | concentración | concentrándome | concentrarme | modo/ concentración | en modo/ concentración | en modo/ enfoque | enfocado/enfocada | enfoque | modo/en_modo foco | foco | tiempo de concentración/enfoque/foco | hora de concentración | trabajo profundo | trabajando concentrado/concentrada | silencio | en silencio | silenciado/silenciada | silenciar | silénciame | modo silencio | necesito concentrarme | centrado/centrada | con la cabeza metida | enfocarme | tranquilidad | deep work`,
    unavailable: `
      no disponible | no estoy disponible | no estar disponible | no estaré disponible | indisponible | ilocalizable | inaccesible | no localizable | no libre | no estoy libre | no puedo atender | no puedo hablar | no puedo responder | no puedo contestar | sin tiempo | no tengo tiempo | en el médico | en el dentista | al médico | al dentista | médico | dentista | en amarillo | amarillo | en naranja`,
    notSettable: 'inactivo | inactiva | desconocido | desconocida',
    automatic: `automático | estado automático | en automático | modo automático | automáticamente`,
    unclear: `
      libre de | libre para | tiempo libre | desconéctame | desconectarme | me desconecto | desconectar | ocupado por otro | día libre de`,
  },
  occasions: {
    meeting:
      'con un cliente | con el cliente | con un proveedor | reu | reunión | junta | reuniones | cita | meeting | llamada de equipo | la reunión',
    presenting: 'presentación | demo | charla | ponencia',
    inACall: 'llamada | videollamada | telefonazo | call',
    doNotDisturb: 'tranquilo | tranquila',
    away: 'almuerzo | pausa | descanso | comida | café | desayuno | receso | break | cena',
  },
  commands: {
    clear: `
      borrar | borra | borrá | limpiar | limpia | limpiá | quitar | quita | quítalo | bórralo | restablecer | restablece | restablécelo | resetear | resetea | reiniciar | reset | anular | anula |
      borra/borrar/bórrame/limpia/limpiar/quita/quitar/quítame/restablece/restablecer/restaura/resetea/resetear/reinicia/reiniciar/elimina/eliminar/anula/cancela/cancelar/retira/retirar/termina/terminar/finaliza mi/el/ estado/estado_actual/presencia/estado_de_teams | borra/limpia/quita/restablece/resetea mi_presencia/la_presencia |
      vuelve/volver/pasa/pasar/pon/ponme/regresa/cambia/déjalo/deja/ponlo mi_estado/el_estado/todo/ a/en/al/como automático/modo_automático/estado_automático/normal/lo_normal/la_normalidad/su_sitio/estado_normal | estado automático | automático | modo automático | en automático | vuelve a lo automático |
      deja/déjale/dejar a/que teams decida/elija/mande/lo_decida/decida_mi_estado/decidir/se_encargue/ponga_mi_estado/se_ocupe | deja que lo decida teams | que decida/lo_decida/elija/mande teams | que teams decida/elija/decida_mi_estado/ponga_mi_estado/lo_decida |
      ya/ he vuelto/regresado/terminado/llegado/acabado | he vuelto | volví | ya volví | regresé | ya regresé | ya estoy aquí/acá/de_vuelta/de_regreso | estoy de vuelta/regreso | ya estoy de vuelta/regreso | estoy aquí de nuevo/otra_vez | de vuelta | de regreso | de nuevo aquí | ya terminé/acabé | terminé | acabé | ya llegué | he vuelto/regresado de comer/almorzar/la_comida/el_almuerzo/la_reunión/la_pausa/mi_descanso/desayunar | ya volví/regresé de comer/almorzar/la_reunión/la_comida | volví/regresé de comer/almorzar/la_reunión/la_comida |
      la/mi reunión/llamada/presentación/pausa/junta/comida ha_terminado/se_acabó/terminó/ha_acabado/acabó/ya_terminó/ya_acabó/se_terminó/ya_ha_terminado | se acabó/terminó la/mi/el reunión/llamada/presentación/pausa/junta/descanso | ha terminado la/mi reunión/llamada/presentación/junta | terminar ahora | termínalo | termina ya | termina ahora | finalizar | finalizar ahora | he terminado | ya he terminado | quita lo que has/hayas puesto | quita lo que pusiste | ya está vuelve a lo normal`,
    clearEverything: `
      borra/borrar/bórralo/limpia/limpiar/quita/quitar/quítalo/elimina/eliminar/restablece/restablecer/resetea/resetear/reinicia/reiniciar/cancela/retira/anula/límpialo todo | borra/borrar/limpia/quita/elimina/borrá absolutamente todo | borra/borrar/quita/quitar/limpia/limpiar/elimina/eliminar mi/el/ estado y el/mi/ mensaje/mensaje_de_estado | borra/borrar/quita/limpia el/mi/ mensaje/mensaje_de_estado y el/mi/ estado | todo borrado | empezar de cero | empieza de cero | borrón y cuenta nueva | límpiame todo | reset total`,
    status: `
      estado | mi estado | estado actual | mi estado actual | mi presencia | presencia | ver/consultar/mostrar/comprobar/revisar/mirar mi/el/ estado/presencia/estado_actual/disponibilidad | cuál/cual es mi/el estado/presencia/estado_actual/disponibilidad/estado_ahora/estado_ahora_mismo/estado_en_este_momento | qué/q/que estado tengo/tengo_ahora/tengo_puesto/hay/tengo_ahora_mismo/tengo_activo/tengo_en_teams/está_puesto |
      cómo/como estoy/aparezco/figuro/me_ven/me_ve_teams/salgo/me_muestro/está_mi_estado/aparezco_ahora/estoy_ahora/me_ven_los_demás/me_ven_mis_compañeros/me_ve_la_gente/me_ven_ahora/está_mi_presencia/aparezco_en_teams/salgo_en_teams/estoy_en_teams | cómo me ve/ven mi/mis/el/los equipo/compañeros/colegas/jefe/demás/otros |
      cuánto me queda | cuánto tiempo me queda/estaré/estoy/sigo dnd/ | cuánto queda | cuánto tiempo queda | cuánto falta | cuánto me falta | hasta cuándo | hasta cuándo estoy/estaré/sigo/dura/dura_esto/dura_mi_estado/vale/es/aparezco/me_queda/tengo_esto dnd/ | hasta qué hora | hasta qué hora estoy/estaré/sigo/dura/aparezco dnd/ | cuándo termina/acaba/caduca/vence/expira/se_acaba/finaliza mi_estado/esto/el_estado/mi_sesión/ |
      qué ven los_demás/mis_compañeros/otros/los_otros/mis_colegas/de_mí/los_demás_de_mí/mis_compañeros_de_mí | qué pone en/ mi_estado/mi_perfil/teams/mi_estado_ahora | qué hay puesto | qué tengo puesto | qué está puesto | qué está activo | muéstrame/muestra/enséñame/enseña/dime/dame/ver/mostrar/verificar mi/el/ estado/estado_actual/presencia/disponibilidad | mi disponibilidad | disponibilidad | quiero ver mi estado | cómo ando | en qué estado estoy/estoy_ahora/me_encuentro/aparezco | estado de teams | mi estado de teams | mi estado en teams | consulta mi/de/ estado | cómo tengo el/mi estado | qué estado muestro | como qué aparezco | como qué estoy`,
    help: `
      ayuda | ayúdame | ayudame | ayudar | socorro | auxilio | necesito ayuda | quiero ayuda | dame ayuda | me ayudas | me/ puedes/podrías/puede ayudar/ayudarme | puedes ayudarme | qué/que puedes/sabes/podés hacer | qué puedes hacer por_mí/tú/aquí/exactamente | qué sabes hacer | qué puedo hacer/decir/decirte/pedir/pedirte/escribir/escribirte/preguntar/preguntarte/hacer_aquí/poner/hacer_contigo | qué haces | qué más puedes hacer | comandos | qué comandos hay/tienes/existen/conoces/entiendes | lista de comandos | ver/mostrar comandos/ejemplos/ayuda/la_ayuda | muéstrame/muestra/dame/enséñame los/la/ comandos/ayuda/lista_de_comandos/opciones_disponibles | ejemplos | dame/muéstrame/ponme unos/algunos/ ejemplos | instrucciones | manual | guía |
      cómo/como funciona/funciona_esto/funciona_este_bot/funcionas/funciona_el_bot/se_usa/se_usa_esto/va_esto/te_uso/uso_esto/uso_este_bot/te_utilizo/se_utiliza/hago_esto/se_hace/te_uso_yo | cómo puedo/ cambiar/cambio/poner/pongo mi estado | cómo cambio el/mi estado | qué significa dnd | qué quiere decir dnd | qué es dnd | quién/quien eres | qué/que eres | para qué sirves/sirve/sirve_esto/estás/eres | qué es esto | qué opciones hay/tengo | qué estados hay/existen/puedo_poner/puedo_elegir/conoces/puedo_usar/tienes | qué entiendes | no entiendo | no sé qué hacer | no sé cómo funciona | no sé cómo va esto | en qué puedes/me_puedes ayudar/ayudarme | puedes echarme una mano | échame una mano | una ayudita | ayudita`,
    undo: `
      no deshazlo | espera deshazlo |       deshacer | deshaz | deshazlo | deshace | deshacé | deshacelo | deshaga | deshacerlo | deshaz eso/esto/el_cambio/el_último_cambio/lo_último/lo_anterior/mi_último_cambio/la_última_acción/los_cambios/lo_que_hiciste | deshacer eso/esto/el_cambio/el_último_cambio/lo_último/último_cambio/lo_anterior/la_última_acción | deshace eso/esto/el_cambio/el_último_cambio/lo_último | revertir | revierte | revertí | reviértelo | revertir/revierte el/mi/los/ último/últimos/ cambio/cambios | revierte eso/esto/lo_último/lo_anterior | vuelve/volver/regresa/regresar a_lo/al/a_como anterior/estado_anterior/de_antes/estado_de_antes/estaba/estaba_antes/mi_estado_anterior | vuelve a mi estado anterior | vuelve atrás | volver atrás | da marcha atrás | marcha atrás | echa atrás | déjalo/deja_todo/déjame como estaba/antes/estaba_antes/lo_tenía | como estaba | como estaba antes | como antes | lo de antes | recupera/recuperar/restaura/restaurar el/mi/lo estado_anterior/de_antes/anterior/último_estado | ponme/ponlo como estaba/antes/estaba_antes | pon el/mi estado anterior/de_antes/que_tenía | pon lo que tenía/había antes | anula el/mi último cambio | anular el último cambio | anula/cancela/quita eso/lo_último/el_último_cambio/el_cambio | me equivoqué deshazlo | retrocede | retroceder | undo`,
    details: `
      detalles | más detalles | los detalles | detalle | ver/mostrar/muéstrame/muestra/dame/enséñame/quiero/quiero_ver los/más/ detalles/detalles_técnicos | detalles técnicos | más información | más info | info técnica | información técnica | información detallada | detalles de/sobre mi/la/ estado/última_petición/petición/última_solicitud | detalles del estado | detalles por favor | dame más detalles | con más detalle | detalladamente | último request | última petición | la última petición`,
    picker: `
      menú | el/ menú | opciones | elegir | elegir/escoger/seleccionar/cambiar/poner/establecer/configurar/fijar/modificar/actualizar mi/un/el/otro/ estado | elige/escoge/selecciona/cambia/pon/ponme/establece/configura/modifica/actualiza mi/un/el/otro/ estado | cámbiame el estado | cambiar de estado | cambia de estado | ver/mostrar/muéstrame/muestra/abre/abrir/enséñame/dame el/las/los/la/ menú/opciones/lista/selector/estados/lista_de_estados/estados_disponibles | selector | selector de estado | lista de estados | estados | quiero/necesito cambiar/elegir/poner/escoger mi/un/el/de/ estado | déjame elegir/escoger | quiero elegir | ponme en/como | pon mi estado en/como/a | cambia mi estado a/en | cambiar estado a | qué estado puedo elegir/poner | cambiar presencia | cambia/cambiar/establecer/configurar mi presencia | nuevo estado`,
    why: `
      por qué | porqué | xq | pq | porque | y eso | y/ por_qué/xq/pq/porque estoy/sigo/aparezco/salgo/figuro/me_pone/me_muestra/me_ven como/en/todavía/aún/ahora/ dnd | por_qué/xq/pq/porque estoy/sigo/aparezco/salgo así/con_ese_estado/con_este_estado | por_qué/xq/pq/porque mi_estado/el_estado es/está/pone/dice/sigue/sale/aparece/no_cambia como/en/ dnd/ | por_qué/xq/pq/porque está mi estado en/como/ dnd | por_qué/xq/pq/porque dnd | por_qué/xq/pq/porque teams me/dice muestra/pone/marca/ve/que_estoy como/en/ dnd | por_qué/xq/pq/porque me pone/muestra/marca/ve/ven teams como/ dnd | por_qué/xq/pq/porque tengo ese/este/el estado | por_qué/xq/pq/porque tengo este estado puesto | por_qué/xq/pq/porque ese/este estado | quién/quien ha_cambiado/cambió/puso/ha_puesto mi/ese/este/el estado | quién me puso/ha_puesto como/en/ dnd | por_qué/xq/pq/porque ha_cambiado/cambió/se_cambió/cambia mi estado | por_qué/xq/pq/porque cambia mi estado solo | de dónde sale/viene mi/este/ese/el estado | por_qué/xq/pq/porque es así | por_qué/xq/pq/porque estoy con dnd | por_qué/xq/pq/porque se ve dnd | explica/explícame mi/este/el estado | qué determina/decide mi estado | por_qué/xq/pq/porque me ven como/ dnd | a_qué se_debe mi/este/ese estado | a qué se debe | cuál es el motivo | por_qué/xq/pq/porque no estoy/aparezco/salgo como/en/ dnd`,
    signIn: `iniciar/inicia/inicio/iniciame/iniciá sesión | iniciar mi sesión | quiero/necesito/deseo iniciar sesión | entrar | acceder | conectarme con mi cuenta | conectar mi cuenta | login | log in | sign in | loguearme | loguéame | iniciar_sesión en teams | autenticarme | identificarme | inicio de sesión | abrir sesión con mi cuenta | abre mi sesión | ingresar | volver a iniciar sesión | inicia mi sesión | quiero loguearme`,
    signOut: `cerrar/cierra/cierre/ciérrame/cerrá sesión | cerrar/cierra/ciérrame la/mi sesión | quiero/necesito/deseo cerrar la/mi/ sesión | salir de/ la/mi/ sesión | salir de mi cuenta | logout | log out | sign out | desloguearme | desloguéame | cierre de sesión | terminar mi sesión de usuario | desconectar mi cuenta | desvincula/desvincular mi cuenta | cierra sesión de/en este/el bot | cerrar sesión en este/el bot`,
    privacy: `
      privacidad | mi privacidad | política de privacidad | aviso de privacidad | datos personales | protección de datos | qué datos guardas/tienes/almacenas/recopilas/recoges/conservas sobre_mí/de_mí/míos/ | qué guardas/almacenas/recopilas/registras/recuerdas sobre_mí/de_mí/ | qué información guardas/tienes/almacenas/recopilas sobre_mí/de_mí/mía/ | qué se guarda | qué datos se guardan | qué haces con mis datos | qué pasa con mis datos | guardas mis datos | guardas datos/algo sobre_mí/míos/de_mí | muéstrame/muestra/ver la/el/ privacidad/política_de_privacidad/aviso_de_privacidad | cómo tratas mis datos | información de/sobre privacidad/la_privacidad | y mi privacidad | qué hay de mi privacidad | dónde guardas mis datos`,
    exportMe: `
      exportar/exporta/exportame/expórtame/exportá mis/los/todos_mis/ datos | exportar | exportación de datos | exportar todo | descargar/descarga/bajar/bájame/baja mis/todos_mis datos | muéstrame/muestra/dame/enséñame/envíame/mándame/pásame/ver/quiero/quiero_ver mis/todos_mis datos | mis datos | dame una copia de mis datos | una copia de mis datos | copia de mis datos | quiero una copia de mis datos | qué sabes de/sobre mí | qué sabes tú de mí | todo lo que sabes de/sobre mí | muéstrame/dame/enséñame/dime todo/ lo_que/lo_qué sabes/tienes/guardas de/sobre mí | dime qué sabes de mí | mostrar mis datos | quiero/ descargar mis datos | quiero exportar mis datos | dame/muéstrame toda mi/la información | solicitar mis datos`,
    forgetMe: `
      olvídame | olvidame | olvidarme | olvídate de mí | olvidate de mi | olvida todo | olvida todo sobre/de mí | olvida/olvídate_de/olvidar todo lo_que sabes/tienes/guardas de/sobre mí | olvida lo que sabes de mí | borra/borrar/elimina/eliminar/suprime/destruye/bórrame/limpia mis/todos_mis/todos_los/los/ datos/datos_personales | borra/elimina toda/ mi información | borra/elimina todo lo_que sabes/tienes/guardas/has_guardado/tengas/sepas de/sobre mí | borra todo sobre mí | elimina todo sobre mí | quiero que me olvides | que me olvides | quiero que borres/elimines mis/todos_mis datos | borra todo lo mío | elimina todo lo mío | borra mi cuenta | elimina mi cuenta | derecho al olvido | olvidar mis datos | quiero borrar/eliminar mis/todos_mis datos | olvida mis datos | bórrame de tus registros | haz que me olvides`,
    meetings: `
      reuniones | mis reuniones | las reuniones | juntas | reglas | mis reglas | las reglas | ver/mostrar/muéstrame/muestra/configurar/cambiar/abrir/abre/dame/enséñame/editar/ajustar las/mis/los/ reglas/reglas_de_reuniones/reglas_de_reunión/reglas_de_las_reuniones/reglas_para_reuniones/reglas_para_las_reuniones/ajustes_de_reuniones/ajustes_de_reunión | reglas de/para las/mis/ reuniones | reglas de reunión | ajustes de/ las/mis/ reuniones | configuración de/ las/mis/ reuniones | configurar reuniones | opciones de reunión/reuniones | qué pasa en/durante/con las/mis reuniones | qué haces en/durante/con las/mis reuniones | qué reglas tengo/hay/tengo_puestas/tengo_activas | modo reuniones | seguir/sigue mis/las reuniones | cuáles son mis reglas`,
    meetingsOff: `
      reuniones/reglas desactivadas/apagadas/off/desactivar | desactivar/desactiva/desactivá/apaga/apagar/quita/quitar/elimina/eliminar/borra/borrar las/mis/ reglas/reglas_de_reuniones/reglas_de_reunión/reglas_de_las_reuniones/reglas_para_reuniones/reglas_para_las_reuniones | desactivar/desactiva/desactivá/apaga/apagar las/mis/ reuniones | deja/dejar de seguir mis/las reuniones | no sigas mis/las reuniones | que mis/las reuniones no cambien nada/mi_estado`,
    meetingsOn: `reuniones/reglas activadas/encendidas/on/activar | activar/activa/activá/enciende/encender las/mis/ reuniones/reglas/reglas_de_reuniones/reglas_de_reunión/reglas_de_las_reuniones`,
    resumeMeetings: `
      reanudar | reanuda | reanudá | reanudar/reanuda/reanudá/retomar/retoma/continuar/continúa/reactivar/reactiva/restaura/restaurar/sigue_con/seguir_con las/mis/ reuniones/reglas/reglas_de_reuniones/reglas_de_reunión/reglas_de_las_reuniones | terminar/termina/quitar/quita/acabar/acaba/finalizar/finaliza/cancelar/cancela la/ pausa de/ las/mis/ reuniones/reglas/ | volver a activar las/mis reuniones/reglas | vuelve a activar las/mis reuniones/reglas | activa/activar de_nuevo/otra_vez las/mis reuniones/reglas | reanudar/reanuda la pausa de reuniones | reuniones reanudadas | quita/quitar la pausa | fin de la pausa`,
    pauseMeetings: `
      pausar/pausa/pausá/poner_en_pausa/pon_en_pausa/detener/detén/suspender/suspende/interrumpir/interrumpe/parar/para/congela/congelar las/mis/ reuniones/reglas/reglas_de_reuniones/reglas_de_reunión/reglas_de_las_reuniones/juntas | pausa de/para/en reuniones/las_reuniones/mis_reuniones | pon las/mis reuniones/reglas en pausa | reuniones/reglas en pausa | reuniones pausadas | haz una pausa en/de/con las/mis reuniones | pausar la/ automatización de/de_las reuniones`,
    changeEnd: `
      al final | mejor | mejor/solo/sólo que sea/sean/dure/termine | que sea/sean/dure/termine mejor/solo/ | mejor solo/sólo | pensándolo bien | mejor déjalo/ponlo/pónlo/hazlo/que_sean en/a/ | acortar/acorta/acórtalo/reduce/reducir/redúcelo/recorta/recortar/baja/bájalo a/ | cambia/cámbialo/cambiar/modifica el_final/la_hora/la_duración/el_fin/la_hora_de_fin/el_tiempo/ a/ | cambia/cámbialo/cambiar a | que acabe/termine mejor/ | hazlo/déjalo/ponlo de/en/ | que en realidad sea/sean | no mejor | mejor dicho | en realidad | digamos | en vez de eso | en su lugar | que dure solo | mejor termina/que_acabe/acaba | termina/terminar/acaba mejor | que termine | haz que termine/dure/acabe | haz que sea/sean | perdón mejor | no espera mejor`,
  },
  talk: {
    hello: `hola/holi/holis/buenas/ey/hey/saludos/epa/aló/holaa/holaaa/qué_tal/que_tal/qué_onda/qué_hubo/quiubo bot/a_todos/equipo/amigo/de_nuevo/otra_vez/qué_tal/ | buenos días | buen día | buenas tardes/noches | muy/ buenos/buenas días/tardes/noches | hola buenos/buenas/muy_buenas días/tardes/noches/ | hola buen día | cómo estás/está/va/andas/te_va/estamos/vas | cómo va todo/eso/la_cosa | qué tal/qué_hay/qué_pasa/qué_haces estás/todo/va/vas/ | hola cómo estás/va/andas | todo bien | estás ahí | hay alguien | hola hola | qué tal estás | hola qué tal estás`,
    thanks: `gracias/grax/thx/thanks/mil_gracias/muchas_gracias/muchísimas_gracias/graciass/grcs/tks/ty bot/a_ti/por_todo/por_tu_ayuda/por_la_ayuda/de_nuevo/amigo/crack/ | muchas gracias por/ todo/tu_ayuda/la_ayuda/ | te lo agradezco | te agradezco | muy/ agradecido/agradecida | vale/ok/perfecto/genial/estupendo/listo/bien/bueno/excelente/super/súper/no/sí/de_acuerdo gracias | ok/vale perfecto/genial/bien/listo gracias | ok/vale muchas gracias | muy amable | se agradece | gracias eso es todo | eso es todo gracias | eres un sol/crack/genio/amor/máquina | gracias muy amable | que amable`,
    bye: `adiós/adios/chao/chau/bye/hasta_luego/hasta_mañana/hasta_pronto/nos_vemos/hasta_la_vista/hasta_otra/agur/hasta_ahora/hasta_el_lunes/hasta_la_próxima/nos_vemos_luego/nos_vemos_mañana/me_voy/cuídate/ciao/hasta_después/venga bot/a_todos/amigo/ | buenas noches | buen fin_de_semana/finde/descanso | que tengas/tenga un/ buen/buena/feliz/lindo día/tarde/noche/fin_de_semana/finde | feliz día/tarde/noche/finde/fin_de_semana | buena tarde/noche | que descanses/descanse | que vaya bien | que te vaya bien | nos hablamos | hablamos luego | adiós y gracias | chao chao`,
    fine: `ok/vale perfecto/genial/bien/listo/entendido | ok/okey/okay/oka/okis/vale/bien/bueno/perfecto/genial/estupendo/fantástico/excelente/listo/súper/super/guay/dale/de_acuerdo/entendido/muy_bien/está_bien/esta_bien/todo_bien/todo_correcto/correcto/bárbaro/buenísimo/chévere/qué_bien/claro/ajá/aja/mola/órale/sale/jaja/jajaja/jeje/jejeje/lol/hmm/hm/ah/ah_ok/ah_vale/ya/ya_veo/vale_vale/ok_ok/👍/me_parece_bien/buen_trabajo/bien_hecho/así_está_bien/qué_guay/maravilloso/anotado/recibido/comprendido/interesante/buen_bot/qué_chulo/eso_es/prueba/probando/test/nice/cool/top/entiendo/uf/wow/vaya/oh/venga | muy bien hecho | todo ok | todo en orden | me vale | va | va bien | qué bueno | está perfecto | buena idea`,
    drop: `no/nada/no_gracias/da_igual/es_igual/olvídalo/olvidalo/déjalo/dejalo/déjalo_estar/no_importa/no_hace_falta/cancelar/cancela/mejor_no/no_era_nada/nada_gracias/ya_no/qué_va/nah/nop/nel/para_nada/nada_de_eso/no_te_preocupes/no_pasa_nada/ninguno/ninguna/ninguna_de_las_dos/ninguno_de_los_dos/ni_hablar/dejémoslo/abortar/no_es_necesario/nada_nada/no_no/no_nada/pues_no/da_lo_mismo/déjalo_así/dejalo_asi/ya_está/no_quiero_nada gracias/ | mejor no gracias | no eso no | nada olvídalo | no déjalo | nada déjalo | no importa gracias`,
    yes: `sí/si/sip/sii/simón/claro_que_sí/por_supuesto/desde_luego/exacto/exactamente/eso/afirmativo/obvio/cómo_no/seguro/efectivamente/así_es/sí_claro/si_claro/sí_por_favor/si_por_favor/hazlo/adelante/confirmo/confirmado/sí_hazlo/sí_eso/sí_gracias/sí_exacto/sí_señor/sí_sí/ok_hazlo/vale_hazlo/dale_sí/correcto_sí/eso_mismo`,
  },
  roles: {
    polite: `
      por favor | por fa | porfa | porfis | porfavor | porfaplis | xfa | x favor | xfavor | pf | pls | gracias | muchas gracias | mil gracias | gracias de antemano | muchísimas gracias | hola | holi | buenas | buenos días | buen día | buenas tardes | buenas noches | hey | ey | oye | oiga | oíd | mira | bueno | vale | venga | dale | anda | porfi | ahora | ahora mismo | ahorita | ahorita mismo | ya | ya mismo | desde ya | desde ahora | desde este momento | a partir de ahora | a partir de ya | a partir de este momento | en este momento | en estos momentos | de momento | inmediatamente | de inmediato | enseguida | en seguida | actualmente | cuanto antes | lo antes posible | rápido | rapidito | pues | entonces | bot | querido bot | simplemente | sencillamente | eh | ejem | ok | okey | cordialmente | un saludo | saludos | si es posible | si puede ser | si puedes | si no es molestia | si eres tan amable | si no te importa | si fueras tan amable | si es tan amable | si me haces el favor | cuando puedas | directamente | plis | tío | che | ándale | órale | hola bot | please | muy amable | te lo agradezco | por ahora mismo | sí por favor | una vez más | de nuevo | nuevamente | otra vez | buenas a todos | d nuevo | perdona | disculpa | perdone | disculpe | listo | lista`,
    request: `
      me pones | me cambias | me marcas | podría/puede poner/ponerme/cambiarme/marcarme/dejarme/mostrarme/cambiar | me/ puedes/podés/podrías/pueden/podrían/podéis | me puede | me podría | puede usted | podría usted | podría por favor | serías/sería tan_amable de/ | me/ harías/haces/hace/hacés el/un favor de/ | hazme/haceme/haga/hágame el/un favor de/ | te/le pido que me/ | te/le pediría que me/ | te importa/importaría | le importa/importaría | te/le agradecería que/ me/ | agradecería que me/ | quiero | quiero que me/ | quisiera | quisiera que me/ | querría | querría que me/ | necesito | necesito que me/ | necesitaría | me gustaría | me gustaría que me/ | deseo | desearía | me encantaría | prefiero/preferiría estar/aparecer/ | vengo a pedir | solicito | haz que/ | hacé que | haz que mi estado sea | quiero que mi estado sea | que mi estado sea | tengo que | tengo que estar | debo estar | requiero | ocupo que/ | ocupo estar | puedo pedirte que me/ | me apetece`,
    verb: `
      pon | pone | poné | ponme | poneme | pónme | ponlo | ponle | ponelo | pónmelo | poner | ponerme | ponerlo | póngame | ponga | pongan | pónganme | poned | ponedme | me pongo | pongo | ponte | me pones | me pone | me ponga | pongas | me pongas | cambia | cambiá | cámbiame | cambiame | cámbialo | cambiar | cambiarme | cambiarlo | cambie | cámbieme | cambio | cambies | me cambias | establece | establecé | establéceme | establecer | establezca | configura | configurá | configúrame | configurar | configurarme | configure | marca | marcá | márcame | marcame | marcar | marcarme | márquenme | márqueme | marque | marques | muéstrame como | muestrame como | muéstrame | mostrarme como | muestra como | muéstreme como | mostrarme | mostrar | aparecer como | aparecer | apareceré como | que aparezca | que aparezca como | que me vean como | que me vean | hazme aparecer | hacer que aparezca | haz que aparezca | haz que aparezca como | haz que me vean | haz que me vean como | figurar | figurar como | deja | dejá | déjame | dejame | déjalo | dejar | dejarme | deje | déjeme | dejes | actualiza | actualizá | actualizar | actualízame | actualice | activa | activá | actívame | activar | active | actives | activarme | fija | fijar | fíjame | define | definir | coloca | colocá | colócame | colocar | colocarme | pasa | pasá | pásame | pasar | pasarme | me paso a | mete | méteme | ajusta | ajustar | modifica | modificar | modifícame | asigna | asignar | asígname | indica | indicar | indica que | indica que estoy | avisa que estoy | di que | di que estoy | decir que estoy | diles que estoy | señala | registra | regístrame | registrar | estar | quedarme | quedar | quedo | me quedo | entrar | iniciar | inicia | empieza | empezar | comenzar | comienza | hazme | ser | selecciona | seleccionar | elige | elegir | escoge | escoger | que esté | que salga | que salga como | salir como | que quede | que quede como | que ponga | que ponga que estoy | que diga que estoy | que figure | que figure como | ver como | verme como | verme | vuelve a ponerme | vuelve a poner | vuelve a | volver a | que me ponga | que me pongas | que me cambies | que me marques | que me dejes | que pongas | que cambies | que actives | setea | setear | setéame | setéalo | seteame | switchea | switch | prende | prender | enciende | encender | trata de | simula estar | que se vea | que se vea como | que se me vea | que se me vea como | programa ahora | pusiera | pusieras | cambiara | cambiaras | marcara | marcaras | dejara | dejaras | pusieran | pusiese | pusieses | paso | a ponerme | póngase`,
    lookUp:
      'muéstrame | muestra | enséñame | enseña | dime | dame | ver | mostrar | consultar | consulta | revisa | revisar | comprueba | indícame | cuéntame | decime | mostrame | verifica | quiero ver | quiero saber | sabes',
    am: `
      estoy | estoy ya | ahora estoy | yo estoy | estaré | voy a estar | voy a ponerme | voy a quedarme | voy a seguir | sigo | seguiré | sigo estando | me encuentro | me encontraré | ando | andaré | soy | seré | me hallo | permanezco | permaneceré | me mantengo | me mantendré | continúo | continuaré | estando | estare | toy | tengo | tendré | salgo | me voy | me iré | entro | estoy en modo | me meto en | voy | iré | hago | haré | empiezo | comienzo | me quedaré | seguir | estoy muy | me tomo | tomo | me pondré | voy a`,
    is: 'está | están | es | son | sigue | siguen | parece | queda | estará | andan | anda',
    self: 'yo | mi | mis | mío | mía | me | mí | conmigo',
    object: 'lo | la | me | eso | esto | melo',
    noun: 'estado | estatus | status | presencia | disponibilidad | estado de presencia | estado de disponibilidad | estado de teams | estado en teams | mi estado de teams',
    possessive: 'mi | mis | mío',
    small: `
      el | la | los | las | lo | del | de | al | a | en | en el | en la | a la | con | me | que | un | una | unos | unas | en teams | de teams | para mí | aquí | acá | ahí | teams | solo | sólo | solamente | completamente | totalmente | y es que | nada más | nomás | este | esta | estos | estas | también | justo | por aquí | por acá | como | mismo | puesto | puesta | muy | bastante | propio`,
    to: 'en | a | como | al | en estado | al estado | en estado de | en modo | a modo | al modo | a estado | como si estuviera | por',
    mode: 'modo | estado | activado | activo | puesto | activada | en teams',
    on: 'activar | activa | activado | encender | enciende | on | prende | prendido | encendido',
    off: `
      desactivar | desactiva | desactivá | desactívalo | desactive | apagar | apaga | apagá | apágalo | apague | quítale | off | apagado | desactivado | terminá | acaba | acaba con | salir de | sal de | sácame de | sacame de | sacar de | sáquenme de | deja de estar | dejar de estar | dejar el | deja el modo | cancelá | parar | fin de | fin del | detener | detén | sácame el | quítame el`,
    done: 'ha terminado | se acabó | terminó | acabó | ya terminó | se terminó | ha acabado | ya acabó | ha finalizado | finalizó | se ha acabado | ya ha terminado | ya pasó | terminado | terminada | se ha terminado',
    clearVerb: `
      borrar | borra | borrá | bórrame | bórralo | borre | borrame | limpiar | limpia | limpiá | límpiame | limpie | quitar | quita | quitá | quítame | quítalo | quitame | quite | eliminar | elimina | eliminá | elimine | elimíname | restablecer | restablece | restablecé | restablezca | resetear | resetea | reseteá | reiniciar | reinicia | anular | anula | cancelar | cancela | retirar | retira | vaciar | vacía | terminar | termina | finalizar | finaliza | acabar | suprime | suprimir | clear | saca | sacar | remueve | remover | deshacerse de | deshazte de`,
    everything: 'todo | todos | absolutamente todo | todas las cosas',
    session: 'sesión | la sesión | mi sesión | sesión de | sesión como | una sesión | una sesión de',
    preferred: 'preferido | preferida | estado preferido | preferente | mi estado preferido',
    message: `
      mensaje de estado | mensaje de estado a | mensaje de estado como | mensaje de estado es | mensaje de estado que diga | mensaje de estado diciendo | mensaje de estado con | mi/el/un/como/como_mi/de/de_mi/mi_nuevo/nuevo/otro/tu mensaje | mi/el/un/como/como_mi/mi_nuevo/nuevo/de mensaje_de_estado | mi/el mensaje a/es/sea/por/como | mi/el mensaje_de_estado a/como/es/que_diga/diciendo/para_que_diga/en/por | mensaje | mensaje que diga | un/mi/el mensaje que_diga/que_ponga/diciendo/con_el_texto | mensaje de teams | mi mensaje de teams | texto de estado | mi texto de estado | nota de estado | mi nota de estado | como texto de estado | mensaje de presencia`,
    messageMark: `
      con el/un/este/ mensaje/mensaje_de_estado | con el/un/este/ mensaje que_diga/diciendo/de/que_dice/que_ponga | con mensaje de estado | con el texto | con texto | con la nota | con nota | con una nota | con la nota de | que diga | que ponga | diciendo | diciendo que | con el motivo | motivo | y el/ mensaje/mensaje_de_estado | y pon/ponme/pónme/escribe/pone/deja/añade/agrega de/como/el/un/ mensaje/mensaje_de_estado/texto | y pon | y escribe | y que diga | y pon que | nota | texto | con la leyenda | con la frase | y de mensaje | y como mensaje | con un texto que diga | con el aviso | con comentario | con el comentario | con la razón | y un mensaje que diga | y mensaje que diga | y con el mensaje`,
    until: `
      hasta | hasta que sean las | hasta que sea la | a más tardar | hta | hsta | asta | ata | y hasta | como máximo hasta | como mucho hasta | máximo hasta | desde ahora hasta | desde ya hasta | de ahora a | de ahora hasta | de aquí a las | de aquí a la | de aquí hasta | desde ahora y hasta | hasta tipo | hasta por | no más tarde de | no más allá de`,
    untilMaybe: 'a | a las | a la | y | al | y las | y la',
    through: 'hasta e incluyendo | hasta incluido | hasta inclusive',
    inclusive: 'inclusive | incluido | incluida | incluyéndolo | ambos inclusive | inclusivamente | incluso',
    for: `
      por | durante | para | por unos | por unas | por espacio de | en las/los próximas/próximos/siguientes | durante/por/para las/los próximas/próximos/siguientes/ | las/los próximas/próximos/siguientes | próximas | próximos | siguientes | durante unos/unas | por un total de | por un período/periodo/lapso/espacio/tiempo de | durante un período/periodo/lapso/espacio/tiempo de | de aquí a | x | durante exactamente | exactamente | justo | con una duración de | de duración | duración | me quedan | me tomará | tardaré | solo | sólo | solamente | nada más | nomás | otros | unos | unas | por otras | por otros | otras | durante otros | durante otras`,
    forAfter:
      'de duración | seguidos | seguidas | enteros | enteras | en total | largas | largos | exactos | exactas | nada más | nomás | clavados | aproximados',
    from: 'de | desde | desde las | desde la | desde el | de las | de la | a partir de | a partir de las | a partir del | a partir de la | entre | entre las | entre la | del | desde mañana',
    in: 'en | dentro de | en unos | en unas | dentro de unos | dentro de unas | al cabo de | tras | después de | en cosa de | en cuestión de | pasados | pasadas | luego de',
    inAfter: 'después | más tarde',
    at: 'a las | a la | al | para las | para la | sobre las | tipo',
    by: 'por | en | a',
    and: 'y | e | & | más | con',
    about: `
      unos | unas | aproximadamente | más o menos | alrededor de | alrededor de las | alrededor de la | cerca de | cerca de las | a eso de | a eso de las | a eso de la | eso de | eso de las | eso de la | sobre | sobre las | sobre la | hacia | hacia las | hacia la | como | como unos | como unas | como a las | como por | casi | aprox | tipo | cosa de | un aproximado de | aproximado | aproximada | circa | ronda | rondando | rondando las | cerquita de | por ahí de las | por ahí de | como cosa de | en torno a | en torno a las`,
    aboutAfter:
      'aproximadamente | más o menos | aprox | o así | o algo así | por ahí | pasadas | aproximados | o cosa así | o por ahí | mas o menos',
    halfAfter: 'y media | y medio | media',
    next: 'próximo | próxima | siguiente | el próximo | el siguiente | la próxima | la siguiente',
    this: 'este | esta | estos | el mismo | ese',
    endOf: `
      fin de | fin del | el fin de | el fin del | final de | final del | el final de | el final del | finales de | a finales de | a fin de | a final de | finalizar | finalizar el | finalizar la | acabar | acabar el | acabar la | que acabe | que acabe el | que acabe la | que termine el | que termine la | que termine | terminar el | terminar la | que finalice el | que finalice la | que se acabe el | que se acabe la | finales del | término de | término del | fines de`,
    restOf: `
      resto | el resto | el resto de | el resto del | el resto de la | resto de | resto del | lo que queda | lo que queda de | lo que queda del | lo que queda de la | lo que resta | lo que resta de | lo que resta del | lo que falta de | lo que falta del | todo lo que queda de | todo lo que queda del | todo el resto de | todo el resto del | lo que quede de | lo que quede del | lo restante del | lo restante de`,
    all: 'todo | toda | todo el | toda la | todo lo | el entero | durante todo el | durante toda la | por todo el | por toda la | todito el | todo este | toda esta | completo | completa',
    more: 'más | mas | adicionales | adicional | extra | extras | otros | otras | más de',
    another: 'otro | otra',
    still: 'todavía | aún | me quedan',
    back: `
      vuelvo | regreso | volveré | regresaré | de vuelta | de regreso | estoy de vuelta | estaré de vuelta | estaré de regreso | vuelta | regresando | volviendo | vengo | vendré | estoy aquí | estaré aquí | voy a volver | voy a regresar | me reincorporo | me conecto de nuevo | ahora vuelvo | ya vuelvo | ya regreso | ahorita vuelvo | ahorita regreso | estoy otra vez | estaré otra vez | retorno | retornaré`,
    extend: `
      alargar | alarga | alargá | alárgalo | alárgame | alargue | ampliar | amplía | amplíalo | amplíame | amplíe | extender | extiende | extendé | extiéndelo | extiéndeme | extienda | prolongar | prolonga | prolóngalo | prolongue | añade | añadir | añádele | añádeme | añada | agrega | agregar | agregale | agrégale | agrégame | agregá | agregue | suma | sumar | súmale | súmame | sumale | aumenta | aumentar | auméntalo | dame | dale | ponle | échale | extensión | extension | prórroga | prorroga | prorrogar | estira | estirar | estíralo | extend | alargarlo | ampliarlo | extenderlo | añadirle | agregarle | alarga el estado | alarga mi estado | extiende mi estado | amplía mi estado | extiende el estado | súmale otros | sigue así | continúa así | sigue | continúa | seguir así | mantén | mantenlo | mantener`,
    endless: `
      para siempre | siempre | indefinidamente | de forma indefinida | por tiempo indefinido | por tiempo indeterminado | eternamente | permanentemente | de forma permanente | permanente | sin límite | sin fin | sin límite de tiempo | por siempre | sin fecha de fin | ilimitado | ilimitadamente | hasta el infinito | hasta el fin de los tiempos | por toda la eternidad | hasta siempre`,
    vague: `
      por lo menos | al menos | como mínimo | mínimo | máximo | como máximo | como mucho | un máximo de | por un máximo de | un rato | un ratito | por/durante/para un/otro rato/ratito/tiempo/tiempito/momento/momentito/instante/ratico | un rato largo | un buen rato | un momento | un momentito | un instante | un tiempo | un tiempito | un poco | un poquito | un poco más | un rato más | un ratito más | algo de tiempo | algún tiempo | cierto tiempo | mucho tiempo | poco tiempo | bastante tiempo | un buen tiempo | unas horas | unos minutos | unos días | algunas horas | algunos minutos | algunos días | varias horas | varios minutos | varios días | unas cuantas horas | unos cuantos minutos | unos cuantos días | unos minutitos | pocos minutos | pocas horas | hasta nuevo aviso | hasta nueva orden | hasta próximo aviso | hasta más tarde | hasta luego | hasta pronto | hasta ahora | por ahora | por el momento | de momento | por lo pronto | temporalmente | provisionalmente | hasta que te avise | hasta que avise | hasta que te diga | hasta que diga | hasta que lo diga | hasta que vuelva | hasta que regrese | hasta que termine | hasta que acabe | más tarde | luego | más rato | un ratillo | un par de ratos | rato | hasta un rato | poco rato | mucho rato | un buen ratito | unos segundos | largo rato | hasta que pueda | hasta que lo cambie | hasta que yo lo cambie | hasta que yo diga | hasta que yo avise | unos instantes | un pelín | un segundito`,
    question: `
      xq | pq |       qué | cuál | cuáles | cuándo | cómo | dónde | quién | quiénes | por qué | cuánto | cuánta | cuántos | cuántas | a qué hora | hasta cuándo | desde cuándo | para qué | tengo que saber | estás | eres | sabes si | sabes | sabrías | hay | es que | acaso | seré | cual | quien | a quién | con quién | adónde | de dónde | qué tal si | hasta qué hora | q tal`,
    explain:
      'qué significa | qué quiere decir | que significa | explica | explícame | qué es | qué hace | para qué sirve | qué pasa con | qué implica | explicar | qué es eso de',
    whatIf:
      'simular | simula | simulá | simulación | qué pasaría si | qué pasa si | qué ocurriría si | qué ocurre si | vista previa | previsualizar | previsualiza | qué enviarías con | qué enviarías si | qué harías si | prueba sin enviar | ensaya | ensayo',
    bygone: `
      estaba | estuve | ayer | anoche | anteayer | antier | antes de ayer | era | fui | fue | fueron | hace | hacía | había | habíamos | puse | puso | pusiste | pusieron | cambié | cambió | cambiaste | he estado | ha estado | hemos estado | estuvo | estuvimos | estuvieron | estaban | estábamos | tuve | tenía | tuvo | teníamos | tuvimos | la semana pasada | el mes pasado | el año pasado | pasado | pasada | esta mañana estuve | antes estaba | quedé | he tenido | estabas | recién | hace rato | marqué | marcó | quise | quería saber | llevo | llevaba | he vuelto | he regresado | he terminado | he acabado | he llegado | volví | regresé | terminé | acabé | acabo de estar | ya estuve | aparecía | aparecí | salía | dejé | dejó | la última vez | últimamente | en su día | solía`,
    other: `
      él | ella | ellos | ellas | nosotros | nosotras | vosotros | vosotras | ustedes | os | nos | le | les | te | se | su | sus | suyo | suya | tú | tu | tus | usted | vos | ti | nuestro | nuestra | nuestros | vuestra | vuestro | jefe | jefa | mi jefe | mi jefa | compañero | compañera | compañeros | compañeras | mi compañero | mi compañera | mis compañeros | colega | colegas | mi colega | mis colegas | equipo | mi equipo | el equipo | todo el equipo | todo el mundo | los demás | las demás | demás | otra persona | otras personas | alguien | nadie | todos nosotros | todos ellos | uno | cliente | clienta | clientes | el cliente | gente | la gente | señor | señora | don | doña | sr | sra | usuario | usuarios | empleado | empleada | empleados | amigo | amiga | mi amigo | hermano | hermana | madre | padre | mamá | papá | hijo | hija | hijos | niños | mujer | marido | esposa | esposo | novio | novia | becario | becaria | asistente | secretaria | secretario | persona | personas | director | directora | gerente | supervisor | supervisora | socio | socia | mi socio | el bot | línea telefónica | teléfono ocupado | la línea | baño | impresora | sala | silla | servidor |
      esta/estan ocupado/ocupada/ocupados/ocupadas/disponible/libre/ausente/fuera/desconectado/desconectada/en_una_llamada/en_una_reunión/reunido/reunida/presentando/comiendo/conectado/conectada/liado/liada | ocupados | ocupadas | disponibles | ausentes | desconectados | reunidos | libres | conectados`,
    report: `
      dice | dijo | dicen | dijeron | decía | dije | me dijo | me dicen | me ha dicho | ha dicho | según | escribió | escribe que | comentó | comenta | pregunta | preguntó | preguntan | me preguntó | contó | cuenta que | cree que | respondió | contestó | cita | leí | oí | he oído | he leído | ha escrito | parece que | se rumorea | avisó | me avisaron | informó | afirma | afirmó | supuestamente | dicho | por lo visto | sé que`,
    condition: `
      si | cuando | en cuanto | mientras | a menos que | salvo | salvo que | excepto | excepto si | siempre que | siempre y cuando | cada vez que | antes de | antes de que | antes que | después de que | después que | una vez que | en caso de | en caso de que | con tal de que | por si | por si acaso | tan pronto como | apenas | a no ser que | aunque | sin que | siempre si | como no | solo si | sólo si | solo cuando | menos cuando | sin | a medida que | hasta tanto | ni bien | en el momento en que | si no`,
    maybe: `
      puedo | podré | debo | debería | mensaje a | un mensaje a | mensaje para | un mensaje para | mensajes a |       quizás | quizá | tal vez | talvez | a lo mejor | puede que | puede ser | posiblemente | probablemente | seguramente | igual | creo | creo que | pienso | pienso que | supongo | supongo que | imagino | podría | podría estar | podría ser | debería | debería estar | tendría que | estaría | sería | pondría | estoy pensando | estoy pensando en | pensaba | no sé si | no estoy seguro | no estoy segura | no sé | dudo | me pregunto si | acaso | ojalá | capaz | capaz que | hipotéticamente | imagínate | imagina | imagina que | digamos que | supongamos que | supongamos | habría | a poder ser | es posible que | eventualmente | tengo dudas | igual me pongo | a ver si | quería | hubiera | hubiese | hay que | es posible | sería posible | se puede | se podría | aparezco | aparezco como | me ven | me sale`,
    negation: `
      no | nunca | jamás | nada | ni | tampoco | ninguno | ninguna | ningún | de ninguna manera | de ningún modo | en absoluto | para nada | no me pongas | no pongas | no me cambies | no cambies | no quiero | no estoy | no estaré | no voy a | no estar | todavía no | aún no | nunca más | nanay | en ningún caso | no hagas | no hace falta | no necesito | deja de | dejar de | evita | evitar | apenas si | nop | noup`,
    noLonger:
      'ya no | ya no estoy | ya no quiero | ya no quiero estar | ya no estaré | no más | no estoy más | ya no sigo | he dejado de estar | dejo de estar | ya no necesito | ya no necesito estar',
    sequence:
      'luego de eso | después | y luego | y después | luego me | después de eso | a continuación | primero | seguido de | más tarde | y más tarde | acto seguido | y entonces | seguidamente | y tras | posteriormente | más adelante | y al final',
    correction:
      'no espera | espera | perdón | digo | quiero decir | mejor dicho | corrección | corrijo | me equivoqué | no perdona | más bien | en vez de | en lugar de | sino | ups | me corrijo | mejor | error | un momento no | uy | rectifico | o mejor dicho',
    or: 'o | u | o bien | ya sea | o sea',
    recurring: `
      cada | cada día laborable | días hábiles | cada día hábil | todos los días laborables | y/y_los lunes/martes/miércoles/jueves/viernes/sábados/domingos | todos los | todas las | todos los días | todas las semanas | diariamente | a diario | semanalmente | mensualmente | los lunes | los martes | los miércoles | los jueves | los viernes | los sábados | los domingos | cada día | cada semana | cada hora | entre semana | por las mañanas | por las tardes | por las noches | los fines de semana | habitualmente | regularmente | normalmente | en días laborables | días laborables | los días laborables | de lunes a viernes | siempre a las | todas las mañanas | todas las tardes | todas las noches | cada mañana | cada tarde | cada noche | diario | semanal | mensual | laborables | en las mañanas | en las tardes | por norma | cotidianamente | a menudo | los días | los lunes y`,
  },
  units: {
    second: 'segundo | segundos | seg | segs | segundito | segunditos',
    minute:
      'minuto | minutos | min | mins | minutito | minutitos | minutico | minuticos | minutillos | mn | mns | mint | mnts | minut',
    hour: 'hora | horas | h | hs | hr | hrs | horita | horitas | horica',
    day: 'día | días | dias naturales | diita',
    week: 'semana | semanas | sem',
    fortnight: 'quincena | quincenas',
    month: 'mes | meses',
    year: 'año | años',
  },
  numbers: {
    0: 'cero',
    1: 'un | una | uno | solo un | solo una | otro | otra',
    2: 'dos | un par de | un par | par de | el par de',
    3: 'tres',
    4: 'cuatro',
    5: 'cinco',
    6: 'seis',
    7: 'siete',
    8: 'ocho',
    9: 'nueve',
    10: 'diez',
    11: 'once',
    12: 'doce | una docena de',
    13: 'trece',
    14: 'catorce',
    15: 'quince',
    16: 'dieciséis | diez y seis',
    17: 'diecisiete | diez y siete',
    18: 'dieciocho | diez y ocho',
    19: 'diecinueve | diez y nueve',
    20: 'veinte | una veintena de',
    21: 'veintiuno | veintiún | veintiuna | veinte y uno | veinte y un | veinte y una',
    22: 'veintidós',
    23: 'veintitrés',
    24: 'veinticuatro',
    25: 'veinticinco',
    26: 'veintiséis',
    27: 'veintisiete',
    28: 'veintiocho',
    29: 'veintinueve',
    ...compounds(),
    100: 'cien | ciento',
    110: 'ciento diez',
    120: 'ciento veinte',
    150: 'ciento cincuenta',
    180: 'ciento ochenta',
    200: 'doscientos | doscientas',
    0.5: 'media | medio',
  },
  lengths: {
    900: 'cuarto de hora | cuartito de hora | un cuarto de hora | un cuartito de hora | cuarto de horita',
    1800: 'media hora | media horita | una media hora | media horica | media h | mediahora',
    2700: 'tres cuartos de hora | 3 cuartos de hora | los tres cuartos de hora | tres cuartos de horita',
    3600: 'próxima hora | la próxima hora | siguiente hora | la siguiente hora | horita | la hora siguiente | la hora que viene',
    4500: 'hora y cuarto | horita y cuarto | una hora y cuarto',
    5400: 'hora y media | horita y media | una hora y media | una horita y media | próxima hora y media | la próxima hora y media | siguiente hora y media | la siguiente hora y media',
    129600: 'día y medio',
    6300: 'hora y tres cuartos | una hora y tres cuartos',
  },
  weekdays: [
    'lunes | lun',
    'martes | mar',
    'miércoles | mié | miér',
    'jueves | jue',
    'viernes | vie',
    'sábado | sáb',
    'domingo | dom',
  ],
  months: [
    'enero | ene',
    'febrero | feb',
    'marzo | mar',
    'abril | abr',
    'mayo | may',
    'junio | jun',
    'julio | jul',
    'agosto | ago',
    'septiembre | setiembre | sept | sep | set',
    'octubre | oct',
    'noviembre | nov',
    'diciembre | dic',
  ],
  days: {
    0: 'hoy | hoy mismo | el día de hoy | hoy día',
    1: 'mañana | el día de mañana | mañana mismo',
    2: 'pasado mañana | pasadomañana',
    '-1': 'ayer',
  },
  dayparts: {
    morning: `
      mañana | la mañana | por la mañana | de la mañana | en la mañana | a la mañana | esta mañana | mañanita | de mañana | temprano | a primera hora | a primera hora de la mañana | de madrugada | de la madrugada | por la madrugada | madrugada | la madrugada | en la madrugada | a media mañana | mañana temprano en la mañana | de la mañanita`,
    afternoon: `
      tarde | la tarde | por la tarde | de la tarde | en la tarde | a la tarde | tardecita | de tarde | a media tarde | de la tardecita | del mediodía | por la tardecita`,
    night: 'noche | la noche | por la noche | de la noche | en la noche | a la noche | de noche | nochecita',
  },
  today: {
    morning: 'esta mañana | hoy por la mañana',
    afternoon: 'esta tarde | hoy por la tarde | hoy a la tarde | hoy en la tarde',
  },
  tonight: 'esta noche | hoy por la noche | hoy a la noche | hoy en la noche',
  splits: [
    'no_me_molesten/no_molestar/que_nadie_me_moleste/no_me_interrumpan/no_me_molestes/que_no_me_molesten/que_no_me_moleste_nadie … antes_de = doNotDisturb until',
    'antes_de … no_me_molesten/no_molestar/que_nadie_me_moleste/no_me_interrumpan/no_me_molestes/que_no_me_molesten = until doNotDisturb',
  ],
  clock: {
    noon: 'mediodía | medio día | el mediodía | el medio día | doce del mediodía | doce del día | 12 del mediodía | 12 del día | doce de la mañana | 12 de la mañana | doce de mediodía | 12 de mediodía | doce del medio día',
    midnight:
      'medianoche | media noche | la medianoche | doce de la noche | 12 de la noche | 0 horas | cero horas | doce de la madrugada | 12 de la madrugada',
  },
  periods: {
    day: 'día | jornada',
    week: 'semana | semana laboral',
    weekend: 'fin de semana | finde | el finde | el fin de semana | fin de',
    month: 'mes',
    year: 'año',
    hour: 'hora en punto',
  },
  endsOfPeriods: {
    day: 'fin de día | fin del día | final del día | el final del día | el fin del día | finales del día | que acabe el día | que termine el día | que se acabe el día | que finalice el día | acabar el día | terminar el día | fin de la noche | finalizar el día | término del día | eod | acabe el día | termine el día',
    week: 'fin de la semana | final de la semana | finales de semana | final de semana | el final de la semana | finales de la semana | que acabe la semana | que termine la semana',
    month: 'fin de mes | final de mes | finales de mes | fines de mes | el fin de mes | a fin de mes',
    year: 'fin de año | final de año | finales de año | fin del año',
    business:
      'fin de la jornada | fin de jornada | final de la jornada | final de jornada | el fin de la jornada | el final de la jornada | cierre | el cierre | cierre de oficina | fin de la jornada laboral | hora de cierre | la hora de cierre | cierre de la jornada | final de la jornada laboral | fin del horario laboral | fin del horario de oficina | cierre del día | fin de horario laboral | fin del día laboral | final del día laboral',
  },
  unclearEnds: `
    almuerzo | el almuerzo | comida | la comida | hora de comer | la hora de comer | hora del almuerzo | la hora del almuerzo | hora de la comida | la hora de la comida | hora de almorzar | después de comer | después del almuerzo | después de almorzar | después de la comida | cena | la cena | merienda | desayuno | café | el café | reunión | la reunión | la junta | la próxima reunión | mi próxima reunión | la siguiente reunión | que termine la reunión | que acabe la reunión | que acabe | que termine | terminar | que vuelva | que regrese | después de la reunión | luego | más tarde | después | pronto | nuevo aviso | nueva orden | salida | la salida | la hora de salida | la hora de salir | hora de salir | que salga | que me vaya | salir | después del trabajo | acabar | próximo aviso | entonces | ahora | que te avise | que avise | que te diga | que diga | otro momento | el descanso | la pausa | la llamada | que acabe la llamada | que termine la llamada | comer | almorzar | tarde noche | el rato | al rato | las tantas | las mil | que pueda | vuelta | fin de turno | el fin de turno | el cambio de turno | que cierre | que cierre la oficina | la hora de irme | aviso | que acabe de comer | que cambie | que lo cambie | que yo lo cambie`,
  patterns: [
    'clock: {hour} y_media = hour +30',
    'clock: {hour} y_media en_punto = hour +30',
    'clock: {minute} minutos/min/mins pasadas_las/pasadas_de_las/pasada_la {hour} = hour +minute',
    'clock: cuarto/un_cuarto pasadas_las/pasadas_de_las/pasada_la {hour} = hour +15',
    'clock: {minute} minutos/min? para_las/para_la {hour} treinta/y_media = hour +30 -minute',
    'clock: {minute} minutos/min antes_de las/la {hour} = hour -minute',
    'clock: {hour} pm/p_m y_media = hour +720 +30',
    'clock: {hour} pm/p_m menos_cuarto = hour +720 -15',
    'clock: {hour} y_cuarto = hour +15',
    'clock: {hour} y_un_cuarto = hour +15',
    'clock: {hour} y_tres_cuartos = hour +45',
    'clock: {hour} menos_cuarto = hour -15',
    'clock: {hour} menos_un_cuarto = hour -15',
    'clock: {hour} menos {minute} minutos/min? = hour -minute',
    'clock: {hour} y {minute} minutos/min? = hour +minute',
    'clock: {hour} con {minute} minutos/min? = hour +minute',
    'clock: {hour} en_punto = hour',
    'clock: las/la/a_las/a_la/de_las/sobre_las {hour} horas/hrs/hs/h/hora = hour @24',
    'clock: {hour} : {minute} horas/hrs/hs/h/hr = hour +minute @24',
    'clock: las/la/a_las/a_la/de_las/sobre_las {hour} . {minute} horas/hrs/hs/h/hr = hour +minute @24',
    'clock: {hour} h {minute} = hour +minute @24',
    'clock: {hour} treinta = hour +30',
    'clock: {hour} quince = hour +15',
    'clock: {hour} cuarenta_y_cinco = hour +45',
    'clock: {hour} cuarenta = hour +40',
    'clock: {hour} veinte = hour +20',
    'clock: {hour} diez = hour +10',
    'clock: {hour} cincuenta = hour +50',
    'clock: {hour} veinticinco = hour +25',
    'clock: {hour} cincuenta_y_cinco = hour +55',
    'clock: {hour} treinta_y_cinco = hour +35',
    'clock: cuarto/un_cuarto para_las/para_la/pa_las/pa_la {hour} = hour -15',
    'clock: un_cuarto/cuarto para {hour} = hour -15',
    'clock: {minute} minutos/min? para_las/para_la/pa_las/pa_la {hour} = hour -minute',
    'clock: faltando {minute} minutos? para_las/para_la {hour} = hour -minute',
    'clock: faltando cuarto/un_cuarto para_las/para_la {hour} = hour -15',
    'clock: cuarto/un_cuarto de_las/de_la {hour} = hour -15',
    'length: {n} {unit} y_cuarto = n unit 0.25 unit',
    'length: {n} {unit} y_un_cuarto = n unit 0.25 unit',
    'length: {n} {unit} y_tres_cuartos = n unit 0.75 unit',
    'length: {n} y_media/y_medio {unit} = n unit 0.5 unit',
    'length: {n} {unit} menos_cuarto = n unit -0.25 unit',
    'length: {n} {unit} con {minute} minutos/min? = n unit minute minute',
    'length: {n} hora/horas y? {minute} minutos/min? = n hour minute minute',
    'length: {n} de {unit} = n unit',
    'length: medio_minuto = 30 second',
    'day: {d} de {month} = month month day d',
    'day: la_semana_que_viene/la_semana_próxima/la_semana_entrante/la_otra_semana = weekday 1 week',
    'day: {d} de {month} de/del {year} = month month day d year year',
    'day: primero/1º/1ro de {month} = month month day 1',
    'day: el {d} = day d',
    'day: el_día/día {d} = day d',
    'day: {weekday} que_viene/próximo/siguiente/entrante = weekday weekday next',
    'day: {weekday} de_la_semana_que_viene/de_la_próxima_semana/de_la_semana_próxima/de_la_siguiente_semana/de_la_otra_semana/de_la_semana_entrante = weekday weekday week',
    'day: de_hoy_en_ocho/de_aquí_a_ocho_días/en_una_semana = offset 7',
  ],
  say: {
    words: {
      available: 'disponible',
      busy: 'ocupado',
      dnd: 'no molestar',
      brb: 'vuelvo enseguida',
      away: 'ausente',
      offline: 'desconectado',
      presenting: 'presentando',
      'in a call': 'en una llamada',
      'in a conference call': 'en una llamada de conferencia',
      clear: 'borrar',
      'clear everything': 'borrar todo',
      'clear message': 'borrar mensaje',
      undo: 'deshacer',
      'sign out': 'cerrar sesión',
      'forget me': 'olvídame',
      'resume meetings': 'reanudar reuniones',
      meetings: 'reuniones',
      'meetings off': 'reuniones desactivadas',
      'pause meetings': 'pausar reuniones',
      extend: 'alargar',
      message: 'mensaje',
      'end of day': 'el fin del día',
      midnight: 'medianoche',
      minutes: 'minutos',
      hours: 'horas',
      '30 minutes': '30 minutos',
      '1 hour': '1 hora',
      '2 hours': '2 horas',
      '30 days': '30 días',
    },
    until: 'hasta {}',
    contractions: [
      ['alargar durante', 'alargar'],
      ['alargar por', 'alargar'],
      ['hasta a las', 'hasta las'],
      ['hasta a la', 'hasta la'],
      ['hasta al', 'hasta el'],
    ],
    order: '{status} {end}',
    tomorrow: 'mañana',
  },
};
